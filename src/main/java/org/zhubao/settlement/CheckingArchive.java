package org.zhubao.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Policy;
import org.zhubao.settlement.Archived.Check;
import org.zhubao.settlement.Archived.Part;
import org.zhubao.settlement.Records.Input;
import tools.jackson.databind.json.JsonMapper;

/** Opens a sheet again, however old, and looks whether everything it rests on still is what it was. */
@Service
public class CheckingArchive {

    private final SheetLines lines;
    private final Records records;
    private final DeterminingSubsidies determining;
    private final PolicyArchive archive;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CheckingArchive(
            SheetLines lines,
            Records records,
            DeterminingSubsidies determining,
            PolicyArchive archive,
            JdbcClient jdbc,
            JsonMapper json) {
        this.lines = lines;
        this.records = records;
        this.determining = determining;
        this.archive = archive;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Archived open(Sheet sheet) {
        Run run = determining.run(sheet.runId(), sheet.county()).orElseThrow();
        Optional<PublishedPolicy> policy = archive.find(sheet.policyDigest(), sheet.benefitYear());
        List<Input> inputs = records.inputs(sheet, run);
        List<Check> checks = new ArrayList<>();
        checks.add(Check.of(Part.LINES, sheet.digest(), lines.digestOf(sheet.id())));
        checks.add(Check.of(Part.TOTAL, total(sheet.lines(), sheet.totalFen()), totalOf(sheet)));
        checks.add(Check.of(Part.LEDGER, "0", String.valueOf(records.ledgerDifference(sheet))));
        checks.add(Check.of(Part.RUN, sheet.runDigest(), records.digest(run)));
        checks.add(Check.of(
                Part.POLICY,
                sheet.policyDigest(),
                archive.text(sheet.policyDigest())
                        .map(PublishedPolicy::digestOf)
                        .orElse("-")));
        policy.ifPresent(p -> checks.add(Check.of(Part.DECIDED_AGAIN, "", otherwise(run, p.policy()))));
        long changed = inputs.stream().filter(input -> !input.same()).count() + records.otherInputs(sheet, run);
        checks.add(Check.of(Part.INPUTS, "0", String.valueOf(changed)));
        return new Archived(sheet, run, policy.map(p -> p.policy().title()).orElse(""), inputs, checks);
    }

    private static String total(int lines, long fen) {
        return lines + " / " + fen;
    }

    private String totalOf(Sheet sheet) {
        return jdbc.sql("select count(*) as lines, coalesce(sum(fund_fen), 0) as fen from settlement_line"
                        + " where sheet_id = ?")
                .param(sheet.id())
                .query((row, n) -> total(row.getInt("lines"), row.getLong("fen")))
                .single();
    }

    /** The numbers of outcomes that the text decides otherwise today; what persons decided is theirs. */
    private String otherwise(Run run, Policy policy) {
        List<String> otherwise = jdbc.sql(
                        "select id, facts, outcome, subsidy_fen from outcome where run_id = ? and override_id is null"
                                + " order by id")
                .param(run.id())
                .query((row, n) -> {
                    Determination again = policy.determine(json.readValue(row.getString("facts"), Facts.class));
                    boolean same = again.outcome().name().equals(row.getString("outcome"))
                            && subsidyFen(again) == row.getLong("subsidy_fen");
                    return same ? "" : row.getString("id");
                })
                .list();
        return String.join(", ", otherwise.stream().filter(id -> !id.isEmpty()).toList());
    }

    private static long subsidyFen(Determination determination) {
        return determination instanceof Granted granted ? granted.subsidy().fen() : 0;
    }
}
