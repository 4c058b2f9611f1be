package org.zhubao.dashboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhubao.account.Workplace;
import org.zhubao.dashboard.Season.FundBar;
import org.zhubao.dashboard.Season.Reconciled;
import org.zhubao.determination.DeterminationDesk;
import org.zhubao.determination.DeterminationDesk.Sum;
import org.zhubao.determination.Run;
import org.zhubao.levy.Cause;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.PeopleByStage;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.ReconciliationSums;
import org.zhubao.levy.ReconciliationSums.Charged;
import org.zhubao.levy.Stage;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.roster.RosterSummary;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Outcome;
import org.zhubao.site.Remembered;

/**
 * The sums of the home page over a whole county. A finished run and a reconciliation never change, and the register only
 * with a list that is accepted or withdrawn, or a record put right: so each is counted once and not on every visit.
 */
@Component
class Figures {

    private final Remembered<UUID, OfRun> runs = new Remembered<>();
    private final Remembered<State, OfPeople> people = new Remembered<>();
    private final Remembered<UUID, OfReconciliation> reconciliations = new Remembered<>();
    private final DeterminationDesk determinations;
    private final PolicyArchive archive;
    private final PeopleByStage stages;
    private final ReconciliationSums sums;
    private final JdbcClient jdbc;

    Figures(
            DeterminationDesk determinations,
            PolicyArchive archive,
            PeopleByStage stages,
            ReconciliationSums sums,
            JdbcClient jdbc) {
        this.determinations = determinations;
        this.archive = archive;
        this.stages = stages;
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

    /** How many people stand where, by code of the township. */
    record OfPeople(Map<Stage, Map<String, Integer>> byTownship) {

        static final OfPeople NONE = new OfPeople(Map.of());

        Map<String, Integer> of(Stage stage) {
            return byTownship.getOrDefault(stage, Map.of());
        }

        Map<Stage, Integer> sums() {
            return byTownship.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> sum(entry.getValue())));
        }
    }

    /**
     * What was accepted or withdrawn last, put right, determined and pushed: until something else is, the figures stay.
     *
     * @param scope whose people
     * @param since when the month began
     */
    private record State(
            Workplace workplace,
            String scope,
            Set<Stage> stages,
            int lists,
            Instant changed,
            int corrections,
            @Nullable UUID run,
            int pushes,
            int refused,
            Instant since) {}

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

    /** @param scope of whoever asks, who is to see none but these stages */
    OfPeople of(
            Workplace workplace,
            String scope,
            Set<Stage> wanted,
            List<RosterSummary> lists,
            Optional<Run> run,
            List<MarkPush> pushes) {
        Instant changed = lists.stream()
                .flatMap(list -> Stream.of(list.decidedAt(), list.withdrawnAt()))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        State now = new State(
                workplace,
                scope,
                wanted,
                lists.size(),
                changed,
                corrections(workplace),
                run.map(Run::id).orElse(null),
                pushes.size(),
                pushes.stream().mapToInt(MarkPush::refused).sum(),
                stages.since());
        return people.of(now, state -> new OfPeople(stages.count(workplace, state.run(), wanted)));
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
        Map<String, Integer> people = new HashMap<>();
        jdbc.sql(
                        """
                        select d.township, count(*) as people from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        where d.benefit_year = ? and d.run_id = ? and o.outcome = 'GRANTED' and d.township is not null
                        group by d.township
                        """)
                .params(run.benefitYear(), run.id())
                .query(row -> {
                    people.put(row.getString("township"), row.getInt("people"));
                });
        return people;
    }
}
