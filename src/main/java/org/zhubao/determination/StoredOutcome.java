package org.zhubao.determination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Ruling;
import org.zhubao.rules.Trace;
import tools.jackson.databind.json.JsonMapper;

/**
 * An outcome of a run as far as two runs are compared by it.
 *
 * @param result all that a person would notice, amounts included
 * @param overrideId what persons decided against the rules; null where the rules decided
 * @param basis ids of the clauses and rulings it rests on
 */
record StoredOutcome(String result, long subsidyFen, Set<String> basis, @Nullable UUID overrideId) {

    /** The outcomes of a run, by their numbers. */
    static Map<Integer, StoredOutcome> of(JdbcClient jdbc, JsonMapper json, UUID run) {
        Map<Integer, StoredOutcome> outcomes = new HashMap<>();
        jdbc.sql(
                        """
                        select o.id, o.subsidy_fen, o.trace, o.override_id, concat_ws('|', o.outcome, o.reason, o.standard, o.identity,
                            o.premium_fen, o.subsidy_fen, o.payable_fen,
                            (select string_agg(s.fund || ' ' || s.amount_fen, ',' order by s.position)
                                from outcome_share s where s.run_id = o.run_id and s.outcome_id = o.id)) as result
                        from outcome o where o.run_id = ?
                        """)
                .param(run)
                .query(row -> {
                    outcomes.put(row.getInt("id"), read(json, row));
                });
        return outcomes;
    }

    private static StoredOutcome read(JsonMapper json, ResultSet row) throws SQLException {
        Trace trace = json.readValue(row.getString("trace"), Trace.class);
        Set<String> basis = new TreeSet<>(trace.decidedBy());
        trace.assumed().forEach(assumed -> basis.addAll(assumed.basis()));
        trace.displaced().forEach(displaced -> basis.addAll(displaced.basis()));
        return new StoredOutcome(
                row.getString("result"), row.getLong("subsidy_fen"), basis, row.getObject("override_id", UUID.class));
    }

    /** What rulings of a policy it rests on say. */
    Set<Ruling> rulings(Policy policy) {
        return basis.stream().flatMap(id -> policy.ruling(id).stream()).collect(Collectors.toSet());
    }

    /** Whether persons decided otherwise, where both are of the same person. */
    boolean isOverriddenAs(StoredOutcome other) {
        return Objects.equals(overrideId, other.overrideId);
    }

    static RunChange change(@Nullable StoredOutcome before, @Nullable StoredOutcome after) {
        if (before == null || after == null) {
            return before == null ? RunChange.NEW : RunChange.GONE;
        }
        int more = Long.compare(after.subsidyFen, before.subsidyFen);
        return more == 0 ? RunChange.OTHERWISE : more > 0 ? RunChange.MORE : RunChange.LESS;
    }
}
