package org.zhubao.settlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Premium;
import org.zhubao.settlement.Gathering.TierPremium;
import tools.jackson.databind.json.JsonMapper;

/** What enrolment costs those who have paid in a tier other than the one a run assumes. */
@Component
class TierPremiums {

    private final PolicyArchive archive;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    TierPremiums(PolicyArchive archive, JdbcClient jdbc, JsonMapper json) {
        this.archive = archive;
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Chosen(int outcome, String tier, Facts facts) {}

    /** For each outcome and tier that the reconciliation found; empty where there is none. */
    List<TierPremium> of(Basis basis) {
        Policy policy = archive.find(basis.run().policyDigest(), basis.run().benefitYear())
                .orElseThrow()
                .policy();
        return jdbc
                .sql(
                        """
                        select s.outcome_id, s.tier, o.facts
                        from (select distinct outcome_id, tier from reconciliation_share
                            where reconciliation_id = cast(:reconciliation as uuid) and tier <> ''
                                and paid_run is null) s
                        join outcome o on o.run_id = :run and o.id = s.outcome_id
                        """)
                .params(basis.of(""))
                .query((row, n) -> new Chosen(
                        row.getInt("outcome_id"),
                        row.getString("tier"),
                        json.readValue(row.getString("facts"), Facts.class)))
                .list()
                .stream()
                .flatMap(chosen -> premium(policy, chosen).stream())
                .toList();
    }

    private static Optional<TierPremium> premium(Policy policy, Chosen chosen) {
        Map<String, String> values = new HashMap<>(chosen.facts().values());
        values.put(Premium.TIER, chosen.tier());
        Facts facts = new Facts(chosen.facts().birthDate(), chosen.facts().held(), values);
        return policy.determine(facts) instanceof Granted granted
                        && granted.tier().equals(chosen.tier())
                ? Optional.of(new TierPremium(
                        chosen.outcome(), chosen.tier(), granted.premium().fen()))
                : Optional.empty();
    }
}
