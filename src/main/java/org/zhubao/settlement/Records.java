package org.zhubao.settlement;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.Run;
import org.zhubao.roster.KeptFiles;

/** What a sheet was made from, as it is on record: the lists that were counted, and the outcomes of the run. */
@Repository
class Records {

    /**
     * Lists that a run counted: accepted by then, and not withdrawn before. Of payments and states of enrolment those that
     * the reconciliation knew, where there is one.
     */
    private static final String COUNTED =
            """
            from roster_batch b join roster_file f on f.id = b.file_id
            join determination_run r on r.id = :run
            left join reconciliation c on c.id = :reconciliation and b.kind in ('PAYMENTS', 'ENROLMENT_STATUS')
            cross join lateral (select coalesce(c.reconciled_at, r.as_known_on) as at) known
            where b.county = :county and b.benefit_year = :year and b.decided_at <= known.at
                and b.status in ('ACCEPTED', 'WITHDRAWN') and (b.withdrawn_at is null or b.withdrawn_at > known.at)
            """;

    private final KeptFiles files;
    private final JdbcClient jdbc;

    Records(KeptFiles files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /** SHA-256 over every outcome of a run, its shares, and who has it; in lower-case hexadecimal. */
    String digest(Run run) {
        return jdbc.sql(
                        """
                        select encode(sha256(convert_to(concat(
                            (select string_agg(concat_ws('|', id, outcome, reason, identity, paid_as, premium_fen,
                                subsidy_fen, payable_fen, clause, facts), ';' order by id)
                            from outcome where run_id = :run), '#',
                            (select string_agg(concat_ws('|', outcome_id, fund, amount_fen), ';'
                                order by outcome_id, position) from outcome_share where run_id = :run), '#',
                            (select string_agg(concat_ws('|', person_id, outcome_id, township), ';' order by person_id)
                            from determination where benefit_year = :year and run_id = :run)), 'UTF8')), 'hex')
                        """)
                .param("run", run.id())
                .param("year", run.benefitYear())
                .query(String.class)
                .single();
    }

    void keepInputs(Sheet sheet, Run run) {
        jdbc.sql("insert into settlement_input (sheet_id, batch_id, county, content_digest)"
                        + " select :sheet, b.id, b.county, encode(f.sha256, 'hex') " + COUNTED)
                .params(of(sheet, run))
                .update();
    }

    /** The lists behind a sheet, with whether they still are what they were. */
    List<Input> inputs(Sheet sheet, Run run) {
        return jdbc.sql(
                        """
                        select k.batch_id, b.department, b.kind, b.decided_at, b.rows_acceptable, k.content_digest,
                            (select count(*) from roster_row w where w.batch_id = k.batch_id and w.acceptable)
                                as stored_rows
                        from settlement_input k join roster_batch b on b.id = k.batch_id
                        where k.sheet_id = ? order by b.decided_at, b.id
                        """)
                .param(sheet.id())
                .query((row, n) -> new Input(
                        row.getObject("batch_id", UUID.class),
                        row.getString("department"),
                        row.getString("kind").toLowerCase(Locale.ROOT),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getInt("stored_rows"),
                        row.getInt("stored_rows") == row.getInt("rows_acceptable")
                                && files.digestOf(row.getObject("batch_id", UUID.class))
                                        .equals(row.getString("content_digest"))))
                .list();
    }

    /** How many lists the run counts today that the sheet does not name, or the other way round. */
    int otherInputs(Sheet sheet, Run run) {
        return jdbc.sql("select count(*) from (select b.id " + COUNTED + ") now full join"
                        + " (select batch_id from settlement_input where sheet_id = :sheet) kept"
                        + " on kept.batch_id = now.id where now.id is null or kept.batch_id is null")
                .params(of(sheet, run))
                .query(Integer.class)
                .single();
    }

    /** How far the ledger is from the sheet: the sum of all differences, 0 when every line is entered as it stands. */
    long ledgerDifference(Sheet sheet) {
        return jdbc.sql(
                        """
                        select coalesce(sum(abs(coalesce(l.fund_fen, 0) - coalesce(e.fen, 0))), 0)
                        from (select entry_id, fund_fen from settlement_line where sheet_id = :sheet) l
                        full join (
                            select e.id, sum(x.credit_fen - x.debit_fen) as fen
                            from ledger_entry e join ledger_line x on x.region = e.region and x.entry_id = e.id
                            where e.sheet_id = :sheet and e.kind not in ('REVERSAL', 'PAYMENT')
                                and x.account in ('PERSON', 'CARRIED')
                            group by e.id) e on e.id = l.entry_id
                        """)
                .param("sheet", sheet.id())
                .query(Long.class)
                .single();
    }

    /**
     * A list that a sheet rests on.
     *
     * @param kind as messages name it
     * @param rows accepted of it
     * @param same whether the file and its rows are what they were
     */
    public record Input(UUID id, String department, String kind, Instant decidedAt, int rows, boolean same) {}

    private static Map<String, Object> of(Sheet sheet, Run run) {
        return Map.of(
                "sheet",
                sheet.id(),
                "run",
                run.id(),
                "reconciliation",
                new SqlParameterValue(Types.OTHER, sheet.reconciliationId()),
                "county",
                sheet.county(),
                "year",
                sheet.benefitYear());
    }
}
