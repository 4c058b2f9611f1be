package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhubao.settlement.SettledSeason.MEDICAL;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.levy.Reconciling;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.Archived.Check;
import org.zhubao.settlement.Archived.Part;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;
import org.zhubao.support.SettableClock;

/** A sheet opened again shows what it was made from, and goes red wherever somebody has touched it since. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
@TestInstance(Lifecycle.PER_CLASS)
class ArchiveTests {

    @Autowired
    private CheckingArchive archive;

    private SettledSeason settled;
    private CountySeason season;
    private UUID roster;
    private UUID payments;
    private Sheet sheet;

    @BeforeAll
    void aSheetAndWhatCameAfterIt(
            @Autowired CountySeasons counties,
            @Autowired SettlingAccounts settling,
            @Autowired Reconciling reconciling,
            @Autowired SettableClock clock) {
        settled = new SettledSeason(settling);
        season = counties.fresh(2025);
        Listed payer = season.person();
        roster = season.accepted(payer, season.person());
        season.run();
        clock.set(clock.instant().plusMillis(1));
        payments = season.accepted(
                Department.TAX,
                RosterKind.PAYMENTS,
                RosterWorkbook.of(
                        List.of("姓名", "身份证号码", "代缴金额", "缴费总额", "缴费日期"),
                        List.of(List.of(payer.name(), payer.number(), "300", "400", "2024-12-01"))));
        season.clerkDoes(() -> reconciling.reconcile(season.county(), 2025, "clerk"));
        sheet = settled.freeze(season, MEDICAL);
        clock.set(clock.instant().plusMillis(1));
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person());
        season.run();
    }

    @Test
    void itIsGreenWhateverCameAfterItAndNamesItsLists() {
        Archived opened = opened();

        assertThat(opened.checks()).hasSize(Part.values().length).allMatch(Check::sound);
        assertThat(opened.inputs())
                .as("the payments came after the run, and before the reconciliation")
                .extracting(Records.Input::id, Records.Input::rows)
                .containsExactly(tuple(roster, 2), tuple(payments, 1));
        assertThat(opened.policyTitle()).contains("残疾人");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "LINES; update settlement_line set name = name || '某' where sheet_id = :sheet and sequence = 1;"
                        + "update settlement_line set name = rtrim(name, '某') where sheet_id = :sheet",
                "TOTAL; update settlement_sheet set total_fen = total_fen + 1 where id = :sheet;"
                        + "update settlement_sheet set total_fen = total_fen - 1 where id = :sheet",
                "TOTAL; update settlement_sheet set lines = lines + 1 where id = :sheet;"
                        + "update settlement_sheet set lines = lines - 1 where id = :sheet",
                "POLICY; update policy_version set text = text || '#' where digest ="
                        + " (select policy_digest from settlement_sheet where id = :sheet);"
                        + "update policy_version set text = rtrim(text, '#') where digest ="
                        + " (select policy_digest from settlement_sheet where id = :sheet)",
                "RUN; update determined set township = null where chain = :run;"
                        + "update determined set township = county || '001' where chain = :run",
                "DECIDED_AGAIN; update outcome set facts = jsonb_set(facts, '{held}', '[]') where run_id = :run;"
                        + "update outcome set facts = (select facts from kept) where run_id = :run",
                "INPUTS; delete from settlement_input where sheet_id = :sheet;"
                        + "insert into settlement_input select * from kept_input",
                "INPUTS; update roster_file_part set cipher = cipher || '\\x00' where file_id in (select b.file_id"
                        + " from roster_batch b join settlement_input k on k.batch_id = b.id where k.sheet_id = :sheet);"
                        + "update roster_file_part set cipher = substring(cipher for length(cipher) - 1) where file_id in"
                        + " (select b.file_id from roster_batch b join settlement_input k on k.batch_id = b.id"
                        + " where k.sheet_id = :sheet)",
                "LEDGER; update ledger_line set credit_fen = credit_fen - 1 where account = 'PERSON' and entry_id in"
                        + " (select entry_id from settlement_line where sheet_id = :sheet and sequence = 1);"
                        + "update ledger_line set credit_fen = credit_fen + 1 where account = 'PERSON' and entry_id in"
                        + " (select entry_id from settlement_line where sheet_id = :sheet and sequence = 1)",
            })
    void itIsRedWhereAnythingWasChanged(Part part, String change, String back) {
        does("create table kept as select facts from outcome where run_id = :run limit 1");
        does("create table kept_input as select * from settlement_input where sheet_id = :sheet");
        try {
            does(change);
            assertThat(opened().checks())
                    .filteredOn(check -> !check.sound())
                    .extracting(Check::part)
                    .contains(part);
            assertThat(opened().isSound()).isFalse();
        } finally {
            does(back);
            does("drop table kept");
            does("drop table kept_input");
        }
        assertThat(opened().isSound()).isTrue();
    }

    private Archived opened() {
        Sheet now = settled.now(season, sheet);
        return season.clerk(() -> archive.open(now));
    }

    private void does(String statement) {
        List<String> named = List.of("sheet", "run");
        var prepared = season.owner().sql(statement);
        for (String name : named) {
            if (statement.contains(":" + name)) {
                prepared = prepared.param(name, name.equals("sheet") ? sheet.id() : sheet.runId());
            }
        }
        prepared.update();
    }
}
