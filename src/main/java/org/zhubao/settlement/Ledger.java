package org.zhubao.settlement;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.Run;

/**
 * Enters in the ledger what sheets charge, take back and pay. Each method is one statement for the entries and one for
 * their lines, which the database holds to balance.
 */
@Repository
class Ledger {

    /** Entries by person count on from those before: two that rest on the same balance cannot both stand. */
    private static final String COUNTING_ON =
            """
            coalesce(before.nth, 0) + row_number() over (partition by x.region, x.person_id order by x.sequence)
            """;

    /** The entries before, found once: asked row by row, each row would read what the rows before it have written. */
    private static final String BEFORE =
            """
            left join (
                select region, person_id, max(nth) as nth from ledger_entry
                where benefit_year = :year and county = :county and fund = :fund and person_id is not null
                group by region, person_id
            ) before on before.region = x.region and before.person_id = x.person_id
            """;

    /** A positive amount is owed by the first account to the second, a negative one taken back. */
    private static final String BOTH_SIDES =
            """
            insert into ledger_line (region, entry_id, position, county, benefit_year, account, fund, person_id,
                debit_fen, credit_fen)
            select x.region, x.entry_id, side.position, :county, :year, side.account, :fund,
                case side.account when 'PERSON' then x.person_id end,
                greatest(side.sign * x.fen, 0), greatest(-side.sign * x.fen, 0)
            from %s x cross join lateral (values (1, %s, 1), (2, %s, -1)) as side (position, account, sign)
            """;

    /** What the year before carried over is owed to that year and not for the person. */
    private static final String FOR_WHOM = "case when x.decision_id is null then 'PERSON' else 'CARRIED' end";

    /** The fund in whose place another paid owes it that one: {@code place} keeps several pairs of an entry apart. */
    private static final String CLAIMS =
            """
            insert into ledger_line (region, entry_id, position, county, benefit_year, account, fund, debit_fen, credit_fen)
            select x.region, x.entry_id, 2 * x.place + side.position, :county, :year, 'CLAIM',
                case side.sign when 1 then x.creditor else :fund end,
                greatest(side.sign * x.fen, 0), greatest(-side.sign * x.fen, 0)
            from %s x cross join (values (1, 1), (2, -1)) as side (position, sign)
            where x.creditor <> '' and x.fen <> 0
            """;

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters the lines of a sheet that has just been frozen. */
    void enter(Sheet sheet) {
        jdbc.sql(
                        """
                        insert into ledger_entry (region, id, county, benefit_year, fund, kind, cause, clause, person_id,
                            nth, sheet_id, sequence, run_id, reconciliation_id, batch_id, row_number, decision_id, entered_by,
                            entered_at)
                        select x.region, x.entry_id, :county, :year, :fund, x.kind, x.cause, x.clause, x.person_id,
                            %s, :sheet, x.sequence, :run, :reconciliation, x.batch_id, x.row_number,
                            x.decision_id, :by, :at
                        from settlement_draft x
                        %s
                        """
                                .formatted(COUNTING_ON, BEFORE))
                .params(of(sheet, new Signature(sheet.frozenBy(), sheet.frozenAt())))
                .param("run", sheet.runId())
                .param("reconciliation", sheet.reconciliationId(), Types.OTHER)
                .update();
        String lines = "(select *, fund_fen as fen, 1 as place from settlement_draft)";
        jdbc.sql(BOTH_SIDES.formatted(lines, "'FUND'", FOR_WHOM))
                .params(of(sheet))
                .update();
        jdbc.sql(CLAIMS.formatted(lines)).params(of(sheet)).update();
    }

    /** Whether a sheet that stands carries a difference to what this one charged. */
    boolean isBuiltUpon(Sheet sheet) {
        return jdbc.sql(
                        """
                        select exists (
                            select from ledger_entry mine
                            join ledger_entry later on later.region = mine.region and later.county = mine.county
                                and later.benefit_year = mine.benefit_year and later.fund = mine.fund
                                and later.person_id = mine.person_id and later.nth > mine.nth
                            left join settlement_sheet s on s.id = later.sheet_id
                            where mine.sheet_id = :sheet and (s.id is null or s.status <> 'VOID' and s.id <> :sheet))
                        """)
                .param("sheet", sheet.id())
                .query(Boolean.class)
                .single();
    }

    /** Enters everything of a sheet the other way round. */
    void takeBack(Sheet sheet, Signature by) {
        jdbc.sql(
                        "create temporary table taken_back on commit drop as "
                                + """
                        select region, gen_random_uuid() as entry_id, person_id, sequence, run_id, batch_id, row_number,
                            -fund_fen as fen, creditor, decision_id, 1 as place
                        from (select l.*, s.run_id from settlement_line l join settlement_sheet s on s.id = l.sheet_id) l
                        where sheet_id = :sheet
                        """)
                .param("sheet", sheet.id())
                .update();
        jdbc.sql(
                        """
                        insert into ledger_entry (region, id, county, benefit_year, fund, kind, cause, person_id, nth,
                            sheet_id, sequence, run_id, batch_id, row_number, entered_by, entered_at)
                        select x.region, x.entry_id, :county, :year, :fund, 'REVERSAL', 'SHEET_VOID', x.person_id, %s,
                            :sheet, x.sequence, x.run_id, x.batch_id, x.row_number, :by, :at
                        from taken_back x
                        %s
                        """
                                .formatted(COUNTING_ON, BEFORE))
                .params(of(sheet, by))
                .update();
        jdbc.sql(BOTH_SIDES.formatted("taken_back", "'FUND'", FOR_WHOM))
                .params(of(sheet))
                .update();
        jdbc.sql(CLAIMS.formatted("taken_back")).params(of(sheet)).update();
        jdbc.sql("drop table taken_back").update();
    }

    /** Enters that a fund has paid a sheet, or was paid where more was taken back. */
    void paid(Sheet sheet, Signature by) {
        if (sheet.totalFen() == 0) {
            return;
        }
        UUID entry = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into ledger_entry (region, id, county, benefit_year, fund, kind, cause, sheet_id, run_id,
                            entered_by, entered_at)
                        select region, :entry, :county, :year, :fund, 'PAYMENT', 'PAID', :sheet, :run, :by, :at
                        from division where code = :county
                        """)
                .params(of(sheet, by))
                .param("entry", entry)
                .param("run", sheet.runId())
                .update();
        jdbc.sql(BOTH_SIDES.formatted(
                        "(select region, cast(:entry as uuid) as entry_id, null::uuid as person_id, -:total as fen"
                                + " from division where code = :county)",
                        "'FUND'",
                        "'TREASURY'"))
                .params(of(sheet))
                .param("entry", entry)
                .param("total", sheet.totalFen())
                .update();
        jdbc.sql(
                        CLAIMS.formatted(
                                """
                        (select region, cast(:entry as uuid) as entry_id, creditor, -sum(fund_fen)::bigint as fen,
                            row_number() over (order by creditor)::integer as place
                        from settlement_line where sheet_id = :sheet and creditor <> '' group by region, creditor)"""))
                .params(of(sheet))
                .param("entry", entry)
                .param("sheet", sheet.id())
                .update();
    }

    /** Enters in the year in which it was found that a difference goes on to the next: that year owes nothing more. */
    void carry(CaseDecision decision, Run run, Signature by) {
        jdbc.sql("create temporary table carried_over on commit drop as select region, gen_random_uuid() as entry_id,"
                        + " person_id, 1 as sequence, due_fen - charged_fen as fen, clause, run_id, batch_id, row_number"
                        + " from settlement_decision where id = :decision")
                .param("decision", decision.id())
                .update();
        Map<String, Object> parameters =
                Map.of("county", run.county(), "year", run.benefitYear(), "fund", decision.fund());
        jdbc.sql(
                        """
                        insert into ledger_entry (region, id, county, benefit_year, fund, kind, cause, clause, person_id,
                            nth, run_id, batch_id, row_number, decision_id, note, entered_by, entered_at)
                        select x.region, x.entry_id, :county, :year, :fund, 'CARRIED', 'DECIDED', x.clause, x.person_id,
                            %s, x.run_id, x.batch_id, x.row_number, :decision, :note, :by, :at
                        from carried_over x
                        %s
                        """
                                .formatted(COUNTING_ON, BEFORE))
                .params(parameters)
                .param("decision", decision.id())
                .param("note", decision.reason())
                .param("by", by.by())
                .param("at", Timestamp.from(by.at()))
                .update();
        jdbc.sql(BOTH_SIDES.formatted("carried_over", "'CARRIED'", "'PERSON'"))
                .params(parameters)
                .update();
        jdbc.sql("drop table carried_over").update();
    }

    private static Map<String, Object> of(Sheet sheet) {
        return Map.of("county", sheet.county(), "year", sheet.benefitYear(), "fund", sheet.fund());
    }

    private static Map<String, Object> of(Sheet sheet, Signature by) {
        return Map.of(
                "county", sheet.county(),
                "year", sheet.benefitYear(),
                "fund", sheet.fund(),
                "sheet", sheet.id(),
                "by", by.by(),
                "at", Timestamp.from(by.at()));
    }
}
