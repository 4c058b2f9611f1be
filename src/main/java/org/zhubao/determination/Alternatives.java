package org.zhubao.determination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.zhubao.determination.DecisionCard.Alternative;
import org.zhubao.determination.DecisionCard.FundShare;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;

/** What would change somebody's amount: one identity less, or one identity more. */
final class Alternatives {

    private static final int MOST = 6;

    private final Policy policy;
    private final Map<String, String> names;

    Alternatives(Policy policy, Map<String, String> names) {
        this.policy = policy;
        this.names = names;
    }

    /** Those that lead to another outcome, amount or payer, what is lost first, then the largest gain. */
    List<Alternative> of(Facts facts) {
        Determination now = policy.determine(facts);
        List<Alternative> found = new ArrayList<>();
        for (Held held : facts.held()) {
            List<Held> without = facts.held().stream()
                    .filter(h -> !h.identity().equals(held.identity()))
                    .toList();
            add(
                    found,
                    held.identity(),
                    false,
                    now,
                    policy.determine(new Facts(facts.birthDate(), without, facts.values())));
        }
        for (Identity identity : policy.identities()) {
            if (facts.held().stream().noneMatch(h -> h.identity().equals(identity.code()))) {
                List<Held> with = new ArrayList<>(facts.held());
                with.add(Held.of(identity.code()));
                add(
                        found,
                        identity.code(),
                        true,
                        now,
                        policy.determine(new Facts(facts.birthDate(), with, facts.values())));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Alternative::gained)
                        .thenComparing(Alternative::subsidyFen, Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
    }

    private void add(List<Alternative> found, String identity, boolean gained, Determination now, Determination then) {
        if (now.outcome() != then.outcome() || !shares(now).equals(shares(then))) {
            found.add(new Alternative(
                    names.getOrDefault(identity, identity), gained, then.outcome(), subsidyFen(then), shares(then)));
        }
    }

    private List<FundShare> shares(Determination determination) {
        return determination instanceof Granted granted
                ? FundShare.of(policy, granted.subsidy().fen(), granted.shares())
                : List.of();
    }

    private static long subsidyFen(Determination determination) {
        return determination instanceof Granted granted ? granted.subsidy().fen() : 0;
    }
}
