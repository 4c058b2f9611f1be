package org.zhubao.determination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.zhubao.policy.Citation;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Profile;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Share;
import tools.jackson.databind.json.JsonMapper;

/** Determines each distinct profile once and lets every person point to the outcome. */
@Component
class DeterminingProfiles {

    private final FactsOfPeople facts;
    private final OverriddenPeople overridden;
    private final PolicyArchive archive;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    DeterminingProfiles(
            FactsOfPeople facts,
            OverriddenPeople overridden,
            PolicyArchive archive,
            JdbcTemplate jdbc,
            JsonMapper json) {
        this.facts = facts;
        this.overridden = overridden;
        this.archive = archive;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Told now and then how many people are done of how many. */
    interface Progress {
        void at(int done, int total);
    }

    /**
     * Carries out a run, in the caller's transaction.
     *
     * @return how many people were determined
     */
    int determine(Run run, Progress progress) {
        Policy policy = archive.find(run.policyDigest(), run.benefitYear())
                .orElseThrow()
                .policy();
        List<FactsOfPeople.Group> groups = facts.group(FactsOfPeople.Population.of(run), policy);
        int total = jdbc.queryForObject("select count(*) from " + FactsOfPeople.TABLE, Integer.class);
        progress.at(0, total);
        Map<Profile, Determination> determined = new HashMap<>();
        List<Object[]> outcomes = new ArrayList<>();
        List<Object[]> shares = new ArrayList<>();
        for (FactsOfPeople.Group group : groups) {
            Determination determination = determined.computeIfAbsent(policy.profile(group.facts()), policy::determine);
            add(run, policy, Decided.byRule(group, determination), outcomes, shares);
        }
        overridden.setApart(run, policy, groups).forEach(decided -> add(run, policy, decided, outcomes, shares));
        store(run, outcomes, shares);
        return total;
    }

    private void add(Run run, Policy policy, Decided decided, List<Object[]> outcomes, List<Object[]> shares) {
        outcomes.add(outcome(run, policy, decided));
        if (decided.determination() instanceof Granted granted) {
            shares.addAll(shares(run, decided.outcomeId(), granted));
        }
    }

    int persons(UUID run) {
        return jdbc.queryForObject("select count(*) from determination where run_id = ?", Integer.class, run);
    }

    private void store(Run run, List<Object[]> outcomes, List<Object[]> shares) {
        jdbc.batchUpdate(
                """
                insert into outcome (run_id, id, county, benefit_year, outcome, reason, standard, identity, paid_as,
                    premium_fen, subsidy_fen, payable_fen, clause, facts, trace, override_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                """,
                outcomes);
        jdbc.batchUpdate(
                """
                insert into outcome_share (run_id, outcome_id, county, position, fund, amount_fen)
                values (?, ?, ?, ?, ?, ?)
                """,
                shares);
        jdbc.update(
                """
                insert into determination (benefit_year, region, county, run_id, person_id, outcome_id, township)
                select ?, region, ?, ?, person_id, outcome_id, township from person_facts
                """,
                run.benefitYear(),
                run.county(),
                run.id());
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
            decided.overrideId()
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
