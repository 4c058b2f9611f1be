package org.zhubao.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.determination.DecisionCard.Open;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.PaidAs;
import org.zhubao.determination.Run;
import org.zhubao.determination.Verdict;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;
import org.zhubao.site.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** What each possible decision would come to, for the people it is about, by the newest run. Stores nothing. */
@Service
@Transactional(readOnly = true)
public class Consequences {

    private final DeterminingSubsidies determining;
    private final PolicyArchive archive;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Consequences(DeterminingSubsidies determining, PolicyArchive archive, JdbcClient jdbc, JsonMapper json) {
        this.determining = determining;
        this.archive = archive;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One possible decision.
     *
     * @param about the identity or the fact, in the language of whoever reads
     * @param granted how many would be paid something
     * @param fen what they would get together, per benefit year
     */
    public record Consequence(Verdict verdict, Open about, int granted, long fen) {}

    /**
     * @param persons whom the decision is about
     * @param wasFen what the newest run grants them
     * @param possible overrides: paying nothing, then what pays somebody something, the dearest first, then facts that
     *     may be stated; none where the newest run does not know everybody
     * @param days unknown days of one person, which may be stated
     */
    public record Preview(int persons, long wasFen, List<Consequence> possible, List<UnknownDay> days) {}

    /** A day that nobody knows. @param fact as {@link NeedsReview#open} names it */
    public record UnknownDay(String fact, Open about) {}

    /** People of the selection who share an outcome of the newest run. */
    record Alike(int outcomeId, Facts facts, int persons, long subsidyFen) {}

    /** The newest finished run, on whose outcomes decisions rest. */
    Run run(Workplace workplace) {
        return latest(workplace).orElseThrow(() -> new Refusal("determination.no-run"));
    }

    Optional<Run> latest(Workplace workplace) {
        return determining.latest(workplace.county().code(), workplace.benefitYear());
    }

    Policy policy(Run run) {
        return archive.find(run.policyDigest(), run.benefitYear()).orElseThrow().policy();
    }

    List<Alike> alike(Workplace workplace, Selection selection, Run run) {
        return jdbc.sql(
                        "with " + Selection.SQL
                                + """
                        select o.id, o.facts, count(*) as persons, sum(o.subsidy_fen) as subsidy_fen
                        from (select distinct person_id from selected) s
                        join determination d on d.benefit_year = :year and d.region = :region and d.run_id = :run
                            and d.person_id = s.person_id
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        group by o.id, o.facts
                        """)
                .params(selection.parameters(workplace))
                .param("run", run.id())
                .query((row, n) -> new Alike(
                        row.getInt("id"),
                        json.readValue(row.getString("facts"), Facts.class),
                        row.getInt("persons"),
                        row.getLong("subsidy_fen")))
                .list();
    }

    public Preview preview(Workplace workplace, Selection selection) {
        Run run = run(workplace);
        Policy policy = policy(run);
        List<Alike> alike = alike(workplace, selection, run);
        int selected = persons(workplace, selection);
        boolean everybodyIsKnown =
                selected == alike.stream().mapToInt(Alike::persons).sum();
        Statements statements = new Statements(policy, alike);
        return new Preview(
                selected,
                alike.stream().mapToLong(Alike::subsidyFen).sum(),
                everybodyIsKnown ? possible(policy, statements) : List.of(),
                selected == 1
                        ? statements.days().stream()
                                .map(fact -> new UnknownDay(fact, Open.of(policy, fact)))
                                .toList()
                        : List.of());
    }

    private static List<Consequence> possible(Policy policy, Statements statements) {
        Stream<Consequence> paying = policy.identities().stream()
                .map(identity -> consequence(policy, new PaidAs(identity.code()), statements.people()))
                .filter(consequence -> consequence.granted() > 0)
                .sorted(Comparator.comparing(Consequence::fen).reversed());
        Stream<Consequence> stating =
                statements.values().stream().map(stated -> consequence(policy, stated, statements.people()));
        return Stream.of(Stream.of(consequence(policy, Verdict.PAYS_NOTHING, List.of())), paying, stating)
                .flatMap(Function.identity())
                .toList();
    }

    private int persons(Workplace workplace, Selection selection) {
        return jdbc.sql("with " + Selection.SQL + " select count(distinct person_id) from selected")
                .params(selection.parameters(workplace))
                .query(Integer.class)
                .single();
    }

    private static Consequence consequence(Policy policy, Verdict verdict, List<Alike> alike) {
        int granted = 0;
        long fen = 0;
        for (Alike people : alike) {
            long each = fen(verdict.determine(policy, people.facts()));
            granted += each > 0 ? people.persons() : 0;
            fen += each * people.persons();
        }
        return new Consequence(verdict, verdict.about(policy), granted, fen);
    }

    static long fen(Determination determination) {
        return determination instanceof Granted granted ? granted.subsidy().fen() : 0;
    }
}
