package org.zhubao.review;

import java.util.List;
import java.util.stream.Stream;
import org.zhubao.determination.StatedFact;
import org.zhubao.review.Consequences.Alike;
import org.zhubao.rules.Determination;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;

/** What persons may state of people because no department does, wherever it makes a difference to somebody. */
record Statements(Policy policy, List<Alike> people) {

    /** Values of what is unknown and decides, then of the policy's other facts. */
    List<StatedFact> values() {
        return Stream.concat(unknown(), facts())
                .distinct()
                .flatMap(fact -> StatedFact.values(policy, fact).stream().map(value -> new StatedFact(fact, value)))
                .filter(stated -> people.stream().anyMatch(alike -> matters(stated, alike)))
                .toList();
    }

    /** Unknown days on which the outcome depends; any day may be stated. */
    List<String> days() {
        return people.stream()
                .flatMap(alike -> open(alike).flatMap(key -> StatedFact.missing(policy, alike.facts(), key)))
                .distinct()
                .filter(fact -> StatedFact.isDay(policy, fact))
                .toList();
    }

    private Stream<String> unknown() {
        return people.stream().flatMap(this::open).distinct();
    }

    private Stream<String> open(Alike alike) {
        return policy.determine(alike.facts()) instanceof NeedsReview review && review.reason() == Reason.FACT_UNKNOWN
                ? review.open().stream()
                : Stream.empty();
    }

    private Stream<String> facts() {
        return policy.facts().stream()
                .map(FactSpec::code)
                .filter(policy.factsUsed()::contains)
                .filter(fact -> people.stream()
                        .noneMatch(alike -> alike.facts().values().containsKey(fact)));
    }

    private boolean matters(StatedFact stated, Alike alike) {
        Determination byRule = policy.determine(alike.facts());
        Determination then = stated.determine(policy, alike.facts());
        return byRule.outcome() != then.outcome() || Consequences.fen(byRule) != Consequences.fen(then);
    }
}
