package org.zhubao.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.determination.Verdict;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Identity;
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
     * @param name of the identity in the notice; null where nothing is paid
     * @param granted how many would be paid something
     * @param fen what they would get together, per benefit year
     */
    public record Consequence(Verdict verdict, @Nullable String name, int granted, long fen) {}

    /**
     * @param persons whom the decision is about
     * @param wasFen what the newest run grants them
     * @param possible overrides: paying nothing, then what pays somebody something, the dearest first; none where the
     *     newest run does not know everybody
     */
    public record Preview(int persons, long wasFen, List<Consequence> possible) {}

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
        Stream<Consequence> paying = policy.identities().stream()
                .map(identity -> consequence(policy, identity, alike))
                .filter(consequence -> consequence.granted() > 0)
                .sorted(Comparator.comparing(Consequence::fen).reversed());
        int selected = persons(workplace, selection);
        boolean everybodyIsKnown =
                selected == alike.stream().mapToInt(Alike::persons).sum();
        return new Preview(
                selected,
                alike.stream().mapToLong(Alike::subsidyFen).sum(),
                everybodyIsKnown
                        ? Stream.concat(Stream.of(new Consequence(Verdict.PAYS_NOTHING, null, 0, 0)), paying)
                                .toList()
                        : List.of());
    }

    private int persons(Workplace workplace, Selection selection) {
        return jdbc.sql("with " + Selection.SQL + " select count(distinct person_id) from selected")
                .params(selection.parameters(workplace))
                .query(Integer.class)
                .single();
    }

    private static Consequence consequence(Policy policy, Identity identity, List<Alike> alike) {
        Verdict verdict = new Verdict(identity.code());
        int granted = 0;
        long fen = 0;
        for (Alike people : alike) {
            long each = fen(verdict.determine(policy, people.facts()));
            granted += each > 0 ? people.persons() : 0;
            fen += each * people.persons();
        }
        return new Consequence(verdict, identity.name(), granted, fen);
    }

    static long fen(Determination determination) {
        return determination instanceof Granted granted ? granted.subsidy().fen() : 0;
    }
}
