package org.zhubao.settlement;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Enters in the ledger what sheets charge, take back and pay. Each method is one statement for the entries and one for
 * their lines, which the database holds to balance.
 */
@Repository
class Ledger {

    /** Entries by person count on from those before: two that rest on the same balance cannot both stand. */
    private static final String COUNTING_ON =
            """
            coalesce((select max(e.nth) from ledger_entry e
                where e.region = x.region and e.benefit_year = :year and e.county = :county and e.fund = :fund
                    and e.person_id = x.person_id), 0) + 1
            """;

    /** A positive amount is owed by the fund for the person, a negative one taken back. */
    private static final String BOTH_SIDES =
            """
            insert into ledger_line (region, entry_id, position, county, benefit_year, account, fund, person_id,
                debit_fen, credit_fen)
            select x.region, x.entry_id, side.position, :county, :year, side.account, :fund,
                case side.account when 'PERSON' then x.person_id end,
                greatest(side.sign * x.fen, 0), greatest(-side.sign * x.fen, 0)
            from %s x cross join (values (1, 'FUND', 1), (2, '%s', -1)) as side (position, account, sign)
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
                            nth, sheet_id, sequence, run_id, reconciliation_id, batch_id, row_number, entered_by, entered_at)
                        select x.region, x.entry_id, :county, :year, :fund, x.kind, x.cause, x.clause, x.person_id,
                            %s, :sheet, x.sequence, :run, :reconciliation, x.batch_id, x.row_number, :by, :at
                        from settlement_draft x
                        """
                                .formatted(COUNTING_ON))
                .params(of(sheet, new Signature(sheet.frozenBy(), sheet.frozenAt())))
                .param("run", sheet.runId())
                .param("reconciliation", sheet.reconciliationId(), Types.OTHER)
                .update();
        jdbc.sql(BOTH_SIDES.formatted("(select *, fund_fen as fen from settlement_draft)", "PERSON"))
                .params(of(sheet))
                .update();
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
                            join settlement_sheet s on s.id = later.sheet_id and s.status <> 'VOID'
                            where mine.sheet_id = :sheet and s.id <> :sheet)
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
                            -fund_fen as fen
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
                        """
                                .formatted(COUNTING_ON))
                .params(of(sheet, by))
                .update();
        jdbc.sql(BOTH_SIDES.formatted("taken_back", "PERSON")).params(of(sheet)).update();
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
                        "TREASURY"))
                .params(of(sheet))
                .param("entry", entry)
                .param("total", sheet.totalFen())
                .update();
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
