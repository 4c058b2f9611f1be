package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;
import static org.zhubao.roster.excel.RosterFiles.OTHER_NUMBER;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.division.Department;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterKind;

/** Each problem has a row that shows it, and one just beside that does not. */
class EveryProblemTests {

    private static final String PEOPLE = "姓名|身份证号|人员类别";
    private static final String PAYMENTS = "姓名|身份证号|代缴金额|个人缴费金额|缴费总额|缴费日期";

    /** Found once all rows are there, with tests where that is done: repetitions in the file, and the register. */
    private static final Set<ProblemCode> FOUND_LATER = EnumSet.of(
            ProblemCode.SAME_NUMBER_OTHER_NAME,
            ProblemCode.DUPLICATE_IN_FILE,
            ProblemCode.REPEATED_PAYMENT,
            ProblemCode.OTHER_NAME_ON_RECORD,
            ProblemCode.CERTIFICATE_EXPIRED,
            ProblemCode.DEATH_ON_RECORD,
            ProblemCode.ON_ANOTHER_LIST);

    private static final Map<RosterKind, Department> SENDERS =
            Map.of(RosterKind.PAYMENTS, Department.TAX, RosterKind.ENROLMENT_STATUS, Department.MEDICAL_INSURANCE);

    @TempDir
    Path folder;

    /** @param bad cells of a row with the problem; in {@code good} one cell says something else */
    private record Case(ProblemCode code, RosterKind kind, String headings, String bad, String good) {
        @Override
        public String toString() {
            return code.slug() + ": " + bad.replaceAll("\\d{6,}", "…");
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                people(ProblemCode.NUMERIC_IDENTITY_NUMBER, "张三|5.10421E+17|低保"),
                people(ProblemCode.NUMERIC_IDENTITY_NUMBER, "张三|510421199003075000|低保"),
                people(ProblemCode.WRONG_CHECK_CHARACTER, "张三|510421199003074212|低保"),
                people(ProblemCode.WRONG_CHECK_CHARACTER, "张三|510421199002304214|低保"),
                people(ProblemCode.MISSING_IDENTITY_NUMBER, "张三||低保"),
                people(ProblemCode.MALFORMED_IDENTITY_NUMBER, "张三|51042119900307421|低保"),
                people(ProblemCode.FIFTEEN_DIGITS, "张三|510421900307421|低保"),
                people(ProblemCode.OTHER_DOCUMENT, "张三|H12345678|低保"),
                list(ProblemCode.OTHER_SEX, PEOPLE + "|性别", NUMBER + "|低保|女", NUMBER + "|低保|男"),
                list(
                        ProblemCode.OTHER_BIRTH_DATE,
                        PEOPLE + "|出生日期",
                        NUMBER + "|低保|1990-03-08",
                        NUMBER + "|低保|1990-03-07"),
                list(
                        ProblemCode.NEARLY_KNOWN_NUMBER,
                        PEOPLE + "|残疾证号",
                        "510421199003074212|低保|" + NUMBER + "42",
                        "510421199003074212|低保|" + OTHER_NUMBER + "42"),
                list(ProblemCode.NEWBORN_WITHOUT_NUMBER, PEOPLE + "|出生日期", "|低保|2020-11-02", "|低保|2019-11-02"),
                people(ProblemCode.MISSING_NAME, "|" + NUMBER + "|低保"),
                people(ProblemCode.DAMAGED_NAME, "张?|" + NUMBER + "|低保"),
                people(ProblemCode.DAMAGED_NAME, "张三、李四|" + NUMBER + "|低保"),
                people(ProblemCode.ENDLESS_NAME, "张".repeat(101) + "|" + NUMBER + "|低保"),
                people(ProblemCode.UNKNOWN_IDENTITY, "张三|" + NUMBER + "|困难户"),
                people(ProblemCode.MISSING_IDENTITY, "张三|" + NUMBER + "|"),
                list(ProblemCode.AGE_AGAINST_IDENTITY, PEOPLE, OTHER_NUMBER + "|困境儿童", NUMBER + "|困境儿童"),
                list(
                        ProblemCode.OTHER_CERTIFICATE_NUMBER,
                        PEOPLE + "|残疾证号",
                        NUMBER + "|低保|" + OTHER_NUMBER + "42",
                        NUMBER + "|低保|" + NUMBER + "42"),
                list(
                        ProblemCode.OTHER_CERTIFICATE_GRADE,
                        PEOPLE + "|残疾等级|残疾证号",
                        NUMBER + "|低保|三级|" + NUMBER + "42",
                        NUMBER + "|低保|二级|" + NUMBER + "42"),
                list(ProblemCode.UNREADABLE_DATE, PEOPLE + "|认定时间", NUMBER + "|低保|去年", NUMBER + "|低保|2020年8月"),
                list(ProblemCode.ROW_OF_OTHER_COUNTY, PEOPLE + "|区县", NUMBER + "|低保|盐边县", NUMBER + "|低保|米易县"),
                new Case(
                        ProblemCode.MISSING_DATE,
                        RosterKind.DEATHS,
                        "姓名|身份证号|死亡时间",
                        "张三|" + NUMBER + "|年底",
                        "张三|" + NUMBER + "|2020.12.1"),
                new Case(
                        ProblemCode.UNREADABLE_AMOUNT,
                        RosterKind.PAYMENTS,
                        PAYMENTS,
                        "张三|" + NUMBER + "|二百|80|280|2020-12-01",
                        "张三|" + NUMBER + "|200元|80|280|2020-12-01"),
                new Case(
                        ProblemCode.AMOUNTS_DO_NOT_ADD_UP,
                        RosterKind.PAYMENTS,
                        PAYMENTS,
                        "张三|" + NUMBER + "|200|80|290|2020-12-01",
                        "张三|" + NUMBER + "|200|80|280|2020-12-01"),
                new Case(
                        ProblemCode.UNKNOWN_ENROLMENT,
                        RosterKind.ENROLMENT_STATUS,
                        "姓名|身份证号|参保状态",
                        "张三|" + NUMBER + "|不详",
                        "张三|" + NUMBER + "|正常参保"));
    }

    private static Case people(ProblemCode code, String bad) {
        return new Case(code, RosterKind.FULL, PEOPLE, bad, "张三|" + NUMBER + "|低保");
    }

    private static Case list(ProblemCode code, String headings, String bad, String good) {
        return new Case(code, RosterKind.FULL, headings, "张三|" + bad, "张三|" + good);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRowShowsItAndOneJustBesideDoesNot(Case one) {
        // A second person, so that the number of one row alone never says what the file is
        Reading reading = Reading.of(
                new RosterFiles()
                        .row((Object[]) one.headings().split("\\|"))
                        .row((Object[]) one.bad().split("\\|", -1))
                        .row((Object[]) one.good().split("\\|", -1))
                        .row((Object[]) one.good().split("\\|", -1))
                        .xlsx(folder),
                Expectations.of("510421", SENDERS.getOrDefault(one.kind(), Department.CIVIL_AFFAIRS), one.kind()));

        assertThat(reading.problems(2)).contains(one.code());
        assertThat(reading.problems(3)).doesNotContain(one.code());
    }

    @Test
    void noProblemIsForgotten() {
        Set<ProblemCode> shown = cases().map(Case::code).collect(Collectors.toSet());

        assertThat(Arrays.stream(ProblemCode.values()).filter(code -> !shown.contains(code)))
                .containsExactlyInAnyOrderElementsOf(FOUND_LATER);
    }
}
