package org.zhubao.determination;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.determination.RunComparison.Filter;
import org.zhubao.determination.RunComparison.Row;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Policy;
import org.zhubao.site.Paging;
import tools.jackson.databind.json.JsonMapper;

/** Compares a run with an earlier one: who is determined otherwise, how, and why. Stores nothing. */
@Service
public class ComparingRuns {

    private final DeterminationRuns runs;
    private final ChangedPeople changed;
    private final ComparedPeople people;
    private final PolicyArchive archive;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ComparingRuns(
            DeterminationRuns runs,
            ChangedPeople changed,
            ComparedPeople people,
            PolicyArchive archive,
            JdbcClient jdbc,
            JsonMapper json) {
        this.runs = runs;
        this.changed = changed;
        this.people = people;
        this.archive = archive;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One person and what they had and have, in fen. */
    public record Line(
            UUID personId,
            String name,
            String maskedNumber,
            String township,
            ChangeCause cause,
            RunChange change,
            long beforeFen,
            long afterFen) {}

    /** One page of names. */
    public record Names(Paging paging, List<Line> lines) {}

    /** The run that ended well last before this one began; empty for the first. */
    @Transactional(readOnly = true)
    public Optional<Run> before(Run run) {
        return runs.findByCountyAndBenefitYearOrderByStartedAtDesc(run.county(), run.benefitYear()).stream()
                .map(DeterminationRun::toRun)
                .filter(earlier -> earlier.status() == RunStatus.FINISHED
                        && earlier.startedAt().isBefore(run.startedAt()))
                .findFirst();
    }

    /** What changed in all, and one page of the people it changed for. */
    public record Compared(RunComparison comparison, Names names) {}

    /** @param filter whom to name, by township and name */
    @Transactional
    public Compared compare(Run before, Run after, Filter filter, int page) {
        List<Difference> differences = differences(before, after);
        List<Difference> wanted =
                differences.stream().filter(d -> filter.includes(d.row())).toList();
        return new Compared(
                RunComparison.of(
                        before, after, differences.stream().map(Difference::row).toList()),
                people.page(wanted, page));
    }

    /** People of the same two outcomes, who differ in what a person would notice. */
    record Difference(ComparedPeople.Pair pair, Row row) {

        Line line(UUID id, String name, String maskedNumber, String township) {
            int n = pair.persons();
            return new Line(
                    id,
                    name,
                    maskedNumber,
                    township,
                    row.cause(),
                    row.change(),
                    row.beforeFen() / n,
                    row.afterFen() / n);
        }
    }

    private List<Difference> differences(Run before, Run after) {
        boolean inOrder = !after.asKnownOn().isBefore(before.asKnownOn());
        changed.gather(
                after.county(),
                after.benefitYear(),
                inOrder ? before.asKnownOn() : after.asKnownOn(),
                inOrder ? after.asKnownOn() : before.asKnownOn());
        Map<Integer, StoredOutcome> then = StoredOutcome.of(jdbc, json, before.id());
        Map<Integer, StoredOutcome> now = StoredOutcome.of(jdbc, json, after.id());
        List<Difference> differences = new ArrayList<>();
        for (ComparedPeople.Pair pair : people.pairs(before, after)) {
            StoredOutcome was = pair.before() == null ? null : then.get(pair.before());
            StoredOutcome is = pair.after() == null ? null : now.get(pair.after());
            if (was == null || is == null || !was.result().equals(is.result())) {
                long n = pair.persons();
                ChangeCause cause = cause(before, was, after, is, pair.changed());
                differences.add(new Difference(
                        pair,
                        new Row(cause, StoredOutcome.change(was, is), pair.persons(), n * fen(was), n * fen(is))));
            }
        }
        return differences;
    }

    private ChangeCause cause(
            Run before, @Nullable StoredOutcome was, Run after, @Nullable StoredOutcome is, boolean learned) {
        if (was == null || is == null) {
            return ChangeCause.FACT;
        }
        if (!was.isOverriddenAs(is)) {
            return ChangeCause.OVERRIDE;
        }
        if (learned || before.policyDigest().equals(after.policyDigest())) {
            return ChangeCause.FACT;
        }
        return was.rulings(policy(before)).equals(is.rulings(policy(after))) ? ChangeCause.POLICY : ChangeCause.RULING;
    }

    private Policy policy(Run run) {
        return archive.find(run.policyDigest(), run.benefitYear()).orElseThrow().policy();
    }

    private static long fen(@Nullable StoredOutcome outcome) {
        return outcome == null ? 0 : outcome.subsidyFen();
    }
}
