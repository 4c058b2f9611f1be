package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;
import static org.zhubao.roster.excel.RosterFiles.OTHER_NUMBER;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhubao.division.Department;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterKind;

/** What the tax bureau's list of payments says, and the list of how people are insured. */
class PaymentListsTests {

    @TempDir
    Path folder;

    @Test
    void thePaymentsOfTheSampleSeasonAreReadToTheFen() {
        Reading reading = Reading.of(
                Path.of("src/test/resources/samples/season-tongnan2021/2021-06-tax-payments.xlsx"),
                Expectations.of("500152", Department.TAX, RosterKind.PAYMENTS));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rows()).hasSize(189);
        assertThat(reading.row(4).attributes())
                .containsAllEntriesOf(Map.of(
                        "subsidised-fen", "28000",
                        "own-fen", "0",
                        "total-fen", "28000",
                        "paid-on", "2020-12-05",
                        "tier", "1",
                        "paid-as", "困难人员",
                        "payment-batch", "第一批"));
    }

    @Test
    void amountsThatDoNotAddUpAreRejectedAndSaid() {
        Reading reading = payments(new RosterFiles()
                .row("姓名", "身份证号", "代缴金额", "个人缴费金额", "缴费总额", "缴费日期")
                .row("张三", NUMBER, "196", "74", "280", "2020-10-09"));

        assertThat(reading.problems(2)).containsExactly(ProblemCode.AMOUNTS_DO_NOT_ADD_UP);
        assertThat(reading.only().problems().get(0).arguments()).containsExactly("196", "74", "280");
        assertThat(reading.only().acceptable()).isFalse();
    }

    @Test
    void whatThePersonPaidIsTheRestWhereTheListDoesNotSayIt() {
        Reading reading = payments(new RosterFiles()
                .row("姓名", "身份证号", "代缴金额", "缴费总额", "缴费日期", "参保档次")
                .row("张三", NUMBER, "196.00", "280.00", "20201009", "二档"));

        assertThat(reading.only().attributes()).containsEntry("own-fen", "8400").containsEntry("tier", "2");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void aPaymentWithoutDayOrAmountIsRejected() {
        Reading reading = payments(new RosterFiles()
                .row("姓名", "身份证号", "代缴金额", "缴费总额", "缴费日期")
                .row("张三", NUMBER, "免", "280", "2020-10-09")
                .row("李四", OTHER_NUMBER, "280", "280", "去年"));

        assertThat(reading.problems(2)).containsExactly(ProblemCode.UNREADABLE_AMOUNT);
        assertThat(reading.problems(3)).containsExactly(ProblemCode.MISSING_DATE);
    }

    @Test
    void theSampleSaysWhoIsInsuredElsewhereAndWhoAsAnEmployee() {
        Reading reading = Reading.of(
                Path.of("src/test/resources/samples/season-tongnan2021/2021-06-enrolment-status.xlsx"),
                Expectations.of("500152", Department.MEDICAL_INSURANCE, RosterKind.ENROLMENT_STATUS));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.row(4).attributes())
                .containsAllEntriesOf(Map.of("insurance", "employee", "enrolled-at", "500152", "state", "normal"));
        assertThat(reading.row(5).attributes())
                .containsAllEntriesOf(Map.of("insurance", "resident", "enrolled-at", "合川区", "state", "normal"));
    }

    @Test
    void statesOfEnrolmentAreKnownByTheirWordsAndOthersRejected() {
        Reading reading = statuses(new RosterFiles()
                .row("姓名", "身份证号", "参保状态")
                .row("张三", NUMBER, "自愿放弃参保")
                .row("李四", OTHER_NUMBER, "待查"));

        assertThat(reading.row(2).attributes()).containsEntry("state", "declined");
        assertThat(reading.problems(3)).containsExactly(ProblemCode.UNKNOWN_ENROLMENT);
    }

    private Reading payments(RosterFiles file) {
        return Reading.of(file.xlsx(folder), Expectations.of("510421", Department.TAX, RosterKind.PAYMENTS));
    }

    private Reading statuses(RosterFiles file) {
        return Reading.of(
                file.xlsx(folder),
                Expectations.of("510421", Department.MEDICAL_INSURANCE, RosterKind.ENROLMENT_STATUS));
    }
}
