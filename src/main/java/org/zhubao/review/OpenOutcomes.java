package org.zhubao.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.Overrides;
import org.zhubao.determination.Run;
import org.zhubao.determination.Verdict;
import org.zhubao.rules.AgeLimits;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Trace;
import tools.jackson.databind.json.JsonMapper;

/** What the outcomes of a run leave to a person. There are few of them, because people alike share one. */
@Repository
class OpenOutcomes {

    private final Overrides overrides;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    OpenOutcomes(Overrides overrides, JdbcTemplate jdbc, JsonMapper json) {
        this.overrides = overrides;
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Stored(int id, int reason, Facts facts, Optional<Verdict> verdict) {

        Determination determine(Policy policy) {
            return verdict.map(v -> v.determine(policy, facts)).orElseGet(() -> policy.determine(facts));
        }
    }

    /** @param stakeFen the most that somebody may get or lose by it */
    private record Question(int outcomeId, ItemKind kind, Pattern pattern, String department, long stakeFen) {}

    /** Adds everybody behind such an outcome to the temporary table {@code found}. */
    void find(Run run, Policy policy) {
        List<Object[]> rows = new ArrayList<>();
        for (Stored stored : stored(run)) {
            questions(policy, stored)
                    .forEach(question -> rows.add(new Object[] {
                        question.kind().name(),
                        question.pattern().code(),
                        question.kind().name() + question.pattern().code(),
                        question.department(),
                        question.stakeFen(),
                        run.id(),
                        question.outcomeId(),
                        run.benefitYear()
                    }));
        }
        jdbc.batchUpdate(
                """
                insert into found
                select d.person_id, coalesce(d.township, ''), ?, ?, md5(? || o.facts::text), nullif(?, ''), ?, ''
                from determination d join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                where d.run_id = ? and d.outcome_id = ? and d.benefit_year = ?
                """,
                rows);
    }

    /** Whoever is decided about by persons raises no question of the rules any more, unless it is still left open. */
    private List<Stored> stored(Run run) {
        return jdbc.query(
                "select id, reason, facts, override_id from outcome where run_id = ?"
                        + " and (override_id is null or outcome = 'NEEDS_REVIEW')",
                (row, n) -> new Stored(
                        row.getInt("id"),
                        row.getInt("reason"),
                        json.readValue(row.getString("facts"), Facts.class),
                        Optional.ofNullable(row.getObject("override_id", UUID.class))
                                .flatMap(overrides::find)
                                .map(Overrides.Approved::verdict)),
                run.id());
    }

    private static Stream<Question> questions(Policy policy, Stored stored) {
        Determination determination = stored.determine(policy);
        if (determination.reason().code() != stored.reason()) {
            return Stream.empty(); // decided before any rule, as for the dead
        }
        return Stream.concat(
                leftOpen(policy, stored, determination).stream(), ages(policy, stored, determination).stream());
    }

    private static Optional<Question> leftOpen(Policy policy, Stored stored, Determination determination) {
        if (!(determination instanceof NeedsReview review)) {
            return Optional.empty();
        }
        List<String> held = stored.facts().held().stream().map(Held::identity).toList();
        long stake = review.trace().candidates().stream()
                .mapToLong(Trace.Candidate::subsidyFen)
                .max()
                .orElse(0);
        String asked = review.open().stream().findFirst().orElse("").split("[./]", 2)[0];
        return Optional.of(new Question(
                stored.id(),
                ItemKind.of(review.reason()),
                new Pattern(held, review.open()),
                certifier(policy, policy.identity(asked).isPresent() || held.isEmpty() ? asked : held.get(0)),
                stake));
    }

    /** Identities that would count at another age, and do not at this one. */
    private static Optional<Question> ages(Policy policy, Stored stored, Determination determination) {
        List<String> tooYoungOrOld = AgeLimits.keptOut(policy, stored.facts(), determination);
        return tooYoungOrOld.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(
                        stored.id(),
                        ItemKind.AGE_AGAINST_IDENTITY,
                        new Pattern(tooYoungOrOld, List.of()),
                        certifier(policy, tooYoungOrOld.get(0)),
                        Consequences.fen(determination)));
    }

    private static String certifier(Policy policy, String identity) {
        return policy.identity(identity).map(Identity::certifier).orElse("");
    }
}
