package org.zhubao.determination;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.policy.Citation;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Share;
import tools.jackson.databind.json.JsonMapper;

/** Stores what was decided, with all that explains it. */
@Repository
class OutcomeStore {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    OutcomeStore(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void store(Run run, Policy policy, List<Decided> all) {
        List<Object[]> outcomes = new ArrayList<>();
        List<Object[]> shares = new ArrayList<>();
        for (Decided decided : all) {
            outcomes.add(outcome(run, policy, decided));
            if (decided.determination() instanceof Granted granted) {
                shares.addAll(shares(run, decided.outcomeId(), granted));
            }
        }
        jdbc.batchUpdate(
                """
                insert into outcome (run_id, id, county, benefit_year, outcome, reason, standard, identity, paid_as,
                    premium_fen, subsidy_fen, payable_fen, clause, facts, trace, override_id, alike)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                """,
                outcomes);
        jdbc.batchUpdate(
                """
                insert into outcome_share (run_id, outcome_id, county, position, fund, amount_fen)
                values (?, ?, ?, ?, ?, ?)
                """,
                shares);
    }

    private Object[] outcome(Run run, Policy policy, Decided decided) {
        Determination determination = decided.determination();
        @Nullable Granted granted = determination instanceof Granted g ? g : null;
        return new Object[] {
            run.id(),
            decided.outcomeId(),
            run.county(),
            run.benefitYear(),
            determination.outcome().name(),
            decided.reason(),
            granted == null ? null : granted.standard(),
            identity(determination),
            granted == null ? null : granted.paidAs(),
            premiumFen(determination),
            granted == null ? 0 : granted.subsidy().fen(),
            granted == null ? premiumFen(determination) : granted.payable().fen(),
            articles(policy, determination),
            json.writeValueAsString(decided.facts()),
            json.writeValueAsString(determination.trace()),
            decided.overrideId(),
            decided.alike()
        };
    }

    /** The articles that what is paid rests on, as sheets name them. */
    private static String articles(Policy policy, Determination determination) {
        return Citation.articles(
                policy,
                determination.trace().paid().stream()
                        .flatMap(candidate -> candidate.basis().stream())
                        .toList());
    }

    private static @Nullable String identity(Determination determination) {
        if (determination instanceof Granted granted) {
            return granted.identities().isEmpty() ? null : granted.identities().get(0);
        }
        if (determination instanceof Refused refused) {
            return refused.identity().isEmpty() ? null : refused.identity();
        }
        return determination instanceof NeedsReview review && !review.open().isEmpty()
                ? review.open().get(0)
                : null;
    }

    /** What somebody refused pays, too; 0 while a person has to decide. */
    private static long premiumFen(Determination determination) {
        if (determination instanceof Granted granted) {
            return granted.premium().fen();
        }
        return determination instanceof Refused refused ? refused.premium().fen() : 0;
    }

    private static List<Object[]> shares(Run run, int outcome, Granted granted) {
        List<Object[]> rows = new ArrayList<>();
        for (Share share : granted.shares()) {
            rows.add(new Object[] {
                run.id(),
                outcome,
                run.county(),
                rows.size(),
                share.fund(),
                share.amount().fen()
            });
        }
        return rows;
    }
}
