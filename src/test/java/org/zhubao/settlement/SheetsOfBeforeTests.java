package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.TestDatabase;

/** What the database has of earlier versions comes along when the product is brought up to date. */
class SheetsOfBeforeTests {

    private static final String SHEET = "00000000-0000-0000-0000-0000000000%02d";

    @Test
    void aSheetByAReconciliationGetsTheListsNamedThatThisOneKnew() {
        DatabaseBehindTheWalls old = TestDatabase.asOf("0086");
        Instant reconciled = Instant.parse("2024-12-10T02:00:00Z");
        sheet(old, 1, reconciled);
        list(old, 11, "PAYMENTS", reconciled.minusSeconds(60), null);
        list(old, 12, "ENROLMENT_STATUS", reconciled.minusSeconds(60), reconciled.plusSeconds(60));
        list(old, 13, "PAYMENTS", reconciled.plusSeconds(60), null);
        list(old, 14, "PAYMENTS", reconciled.minusSeconds(60), reconciled.minusSeconds(30));
        list(old, 15, "FULL", reconciled.minusSeconds(60), null);

        TestDatabase.migrate(old, "0087");

        assertThat(old.sql()
                        .sql("select batch_id::text from settlement_input where sheet_id = ?::uuid order by 1")
                        .param(SHEET.formatted(1))
                        .query(String.class)
                        .list())
                .as("known then, even where taken back since; neither what came later nor what is no such list")
                .containsExactly(SHEET.formatted(11), SHEET.formatted(12));
        assertThat(old.owner()
                        .sql("select count(*) from settlement_sheet")
                        .query(Integer.class)
                        .single())
                .as("the walls stand again, for the owner, too")
                .isZero();
    }

    /** By a reconciliation with the same last digits; what these rows refer to besides does not matter here. */
    private static void sheet(DatabaseBehindTheWalls old, int number, Instant reconciled) {
        old.sql()
                .sql(
                        """
                        set session_replication_role = replica;
                        insert into reconciliation (id, region, county, benefit_year, run_id, people, reconciled_by,
                            reconciled_at)
                        values ('%1$s', '5104', '510421', 2025, '%1$s', 1, 'clerk', '%2$s');
                        insert into settlement_sheet (id, county, benefit_year, fund, form, number, title, run_id,
                            policy_digest, lines, total_fen, digest, frozen_by, frozen_at, reconciliation_id)
                        values ('%1$s', '510421', 2025, 'medical-assistance', 'GENERAL', '1', '1', '%1$s', '', 0, 0, '',
                            'clerk', '%2$s', '%1$s')
                        """
                                .formatted(SHEET.formatted(number), reconciled))
                .update();
    }

    private static void list(DatabaseBehindTheWalls old, int number, String kind, Instant decided, Instant withdrawn) {
        old.sql()
                .sql(
                        """
                        set session_replication_role = replica;
                        insert into roster_file (id, county, department, sha256, name, size_bytes)
                        values ('%1$s', '510421', 'tax', sha256('%1$s'), 'list.xlsx', 1);
                        insert into roster_batch (id, county, benefit_year, department, kind, status, file_id, uploaded_by,
                            uploaded_at, content_sha256, decided_by, decided_at, withdrawn_by, withdrawn_at,
                            withdrawal_reason)
                        values ('%1$s', '510421', 2025, 'tax', '%2$s', '%3$s', '%1$s', 'tax', '%4$s', sha256('%1$s'),
                            'clerk', '%4$s', %5$s, %6$s, %5$s)
                        """
                                .formatted(
                                        SHEET.formatted(number),
                                        kind,
                                        withdrawn == null ? "ACCEPTED" : "WITHDRAWN",
                                        decided,
                                        withdrawn == null ? null : "'clerk'",
                                        withdrawn == null ? null : "'" + withdrawn + "'"))
                .update();
    }
}
