package org.zhubao.dashboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhubao.account.Workplace;
import org.zhubao.dashboard.Season.FundBar;
import org.zhubao.dashboard.Season.Reconciled;
import org.zhubao.determination.DeterminationDesk;
import org.zhubao.determination.DeterminationDesk.Sum;
import org.zhubao.determination.Run;
import org.zhubao.levy.Cause;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.ReconciliationSums;
import org.zhubao.levy.ReconciliationSums.Charged;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.register.People;
import org.zhubao.roster.RosterSummary;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Outcome;

/**
 * The sums of the home page over a whole county. A finished run and a reconciliation never change, and the register only
 * with a list that is accepted or withdrawn, or a record put right: so each is counted once and not on every visit.
 */
@Component
class Figures {

    private final Remembered<UUID, OfRun> runs = new Remembered<>();
    private final Remembered<State, OfLists> lists = new Remembered<>();
    private final Remembered<UUID, OfReconciliation> reconciliations = new Remembered<>();
    private final DeterminationDesk determinations;
    private final PolicyArchive archive;
    private final People people;
    private final ReconciliationSums sums;
    private final JdbcClient jdbc;

    Figures(
            DeterminationDesk determinations,
            PolicyArchive archive,
            People people,
            ReconciliationSums sums,
            JdbcClient jdbc) {
        this.determinations = determinations;
        this.archive = archive;
        this.people = people;
        this.sums = sums;
        this.jdbc = jdbc;
    }

    /** What a run came to. @param byTownship whom it grants something, by code of the township */
    record OfRun(
            int granted,
            int refused,
            int review,
            long subsidyFen,
            List<FundBar> funds,
            Map<String, Integer> byTownship) {

        static final OfRun NONE = new OfRun(0, 0, 0, 0, List.of(), Map.of());
    }

    /** @param notEnrolledByTownship who is entitled and has not paid, by code of the township */
    record OfReconciliation(Reconciled all, Map<String, Integer> notEnrolledByTownship) {}

    /** What accepted lists say. @param paidByTownship people of the register for whom the tax bureau has a payment */
    record OfLists(int recognised, Map<String, Integer> paidByTownship) {

        int paid() {
            return sum(paidByTownship);
        }
    }

    /**
     * What was accepted or withdrawn last, and how much was put right: until something else is, the figures stay.
     *
     * @param scope whose people
     */
    private record State(String county, int benefitYear, String scope, int lists, Instant changed, int corrections) {}

    OfRun of(Run run) {
        return runs.of(run.id(), id -> count(run));
    }

    OfReconciliation of(Reconciliation reconciliation) {
        return reconciliations.of(reconciliation.id(), id -> {
            Map<String, Integer> notEnrolled = byTownship(reconciliation, Cause.NOT_ENROLLED);
            int wrongAmount = sum(byTownship(reconciliation, Cause.WRONG_AMOUNT));
            return new OfReconciliation(new Reconciled(id, sum(notEnrolled), wrongAmount), notEnrolled);
        });
    }

    private Map<String, Integer> byTownship(Reconciliation reconciliation, Cause cause) {
        return sums.peopleByTownship(reconciliation, List.of(cause)).stream()
                .collect(Collectors.toMap(Charged::code, Charged::people));
    }

    private static int sum(Map<String, Integer> people) {
        return people.values().stream().mapToInt(Integer::intValue).sum();
    }

    OfLists of(Workplace workplace, List<RosterSummary> all, String scope) {
        Instant changed = all.stream()
                .flatMap(list -> Stream.of(list.decidedAt(), list.withdrawnAt()))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return lists.of(
                new State(
                        workplace.county().code(),
                        workplace.benefitYear(),
                        scope,
                        all.size(),
                        changed,
                        corrections(workplace)),
                state -> new OfLists(people.recognised(state.county(), state.benefitYear()), paid(workplace)));
    }

    /** Numbers put right, records made one and two again: the same people are counted otherwise then. */
    private int corrections(Workplace workplace) {
        return jdbc.sql(
                        """
                        select (select count(*) from person_correction where county = :county and confirmed)
                            + (select count(*) + count(known_to) from person_merge where region = :region)
                        """)
                .param("county", workplace.county().code())
                .param("region", workplace.county().region())
                .query(Integer.class)
                .single();
    }

    private OfRun count(Run run) {
        List<Sum> sums = determinations.sums(run);
        Map<String, String> names = archive.find(run.policyDigest(), run.benefitYear())
                .map(p -> p.policy().funds().stream().collect(Collectors.toMap(Fund::code, Fund::name)))
                .orElse(Map.of());
        return new OfRun(
                persons(sums, Outcome.GRANTED),
                persons(sums, Outcome.REFUSED),
                persons(sums, Outcome.NEEDS_REVIEW),
                sums.stream().mapToLong(Sum::subsidyFen).sum(),
                determinations.funds(run).stream()
                        .map(f -> new FundBar(
                                f.fund(), names.getOrDefault(f.fund(), f.fund()), f.persons(), f.amountFen()))
                        .toList(),
                grantedByTownship(run));
    }

    private static int persons(List<Sum> sums, Outcome outcome) {
        return sums.stream()
                .filter(sum -> sum.outcome() == outcome)
                .mapToInt(Sum::persons)
                .sum();
    }

    private Map<String, Integer> grantedByTownship(Run run) {
        return counted(jdbc.sql(
                        """
                        select d.township, count(*) as people from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        where d.benefit_year = ? and d.run_id = ? and o.outcome = 'GRANTED' and d.township is not null
                        group by d.township
                        """)
                .params(run.benefitYear(), run.id()));
    }

    /** A payment that was given back altogether counts for nothing; one under an earlier number is the person's, too. */
    private Map<String, Integer> paid(Workplace workplace) {
        return counted(jdbc.sql(
                        """
                        with renumbered as materialized (
                            select listed_key, max(person_key::text)::uuid as on_record from person_renumbered
                            where region = :region group by listed_key
                        )
                        select coalesce(p.township, '') as township, count(*) as people
                        from (select coalesce(n.on_record, r.person_key) as on_record
                            from payment_record r left join renumbered n on n.listed_key = r.person_key
                            where r.region = :region and r.county = :county and r.benefit_year = :year
                                and r.known_to is null
                            group by 1 having sum(r.total_fen) > 0) r
                        join person p on p.region = :region and p.person_key = r.on_record
                        group by p.township
                        """)
                .param("region", workplace.county().region())
                .param("county", workplace.county().code())
                .param("year", workplace.benefitYear()));
    }

    private static Map<String, Integer> counted(JdbcClient.StatementSpec query) {
        Map<String, Integer> people = new HashMap<>();
        query.query(row -> {
            people.put(row.getString("township"), row.getInt("people"));
        });
        return people;
    }
}
