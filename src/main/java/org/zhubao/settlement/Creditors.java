package org.zhubao.settlement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhubao.rules.Claim;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Standard;

/** Who paid in a fund's place at first, by outcome: that one gets what the fund is charged. */
@Component
class Creditors {

    private final StoredOutcomes outcomes;
    private final JdbcClient jdbc;

    Creditors(StoredOutcomes outcomes, JdbcClient jdbc) {
        this.outcomes = outcomes;
        this.jdbc = jdbc;
    }

    /** @param fund code of the fund that paid in advance */
    record Creditor(UUID run, int outcome, String fund) {}

    private record OutcomeOfRun(UUID run, int outcome) {}

    /** Of every outcome the sheet may rest on; empty where the notice has no fund pay in the place of another. */
    List<Creditor> of(Drafting.Decided decided) {
        Charging charging = decided.charging();
        if (!anyPaysInAnothersPlace(charging.policy())) {
            return List.of();
        }
        Set<OutcomeOfRun> concerned = new LinkedHashSet<>(ofRun(charging));
        for (CaseGroup group : decided.groups().keySet()) {
            if (!group.isFirst()) {
                concerned.add(new OutcomeOfRun(
                        Objects.requireNonNull(group.earlierRun()), Objects.requireNonNull(group.earlierOutcome())));
            }
        }
        List<Creditor> creditors = new ArrayList<>();
        for (OutcomeOfRun each : concerned) {
            if (outcomes.of(each.run(), each.outcome()) instanceof Granted granted) {
                charging.policy().claims(granted).stream()
                        .filter(claim -> claim.debtor().equals(charging.spec().fund()))
                        .map(Claim::creditor)
                        .findFirst()
                        .ifPresent(fund -> creditors.add(new Creditor(each.run(), each.outcome(), fund)));
            }
        }
        return creditors;
    }

    private static boolean anyPaysInAnothersPlace(Policy policy) {
        return policy.standards().stream()
                .map(Standard::funds)
                .filter(Objects::nonNull)
                .flatMap(funds -> funds.steps().stream())
                .anyMatch(step -> !step.advancedBy().isEmpty());
    }

    private List<OutcomeOfRun> ofRun(Charging charging) {
        UUID run = charging.basis().run().id();
        return jdbc.sql("select distinct outcome_id from outcome_share where run_id = ? and fund = ?")
                .params(run, charging.spec().fund())
                .query((row, n) -> new OutcomeOfRun(run, row.getInt("outcome_id")))
                .list();
    }
}
