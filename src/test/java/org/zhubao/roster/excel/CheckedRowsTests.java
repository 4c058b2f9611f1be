package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;
import static org.zhubao.roster.excel.RosterFiles.OTHER_NUMBER;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhubao.division.Department;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RowProblem;

/** What one row says once it is checked. */
class CheckedRowsTests {

    @TempDir
    Path folder;

    @Test
    void aGoodRowSaysEverythingInCodes() {
        CheckedRow row = civil(RosterFiles.usual()
                        .row(1, "米易县白马镇人民政府", " 东山村", "扎西·次仁 ", OTHER_NUMBER, "低保", "2020年8月", "非农业", "新增"))
                .only();

        assertThat(row.rowNumber()).isEqualTo(4);
        assertThat(row.name()).isEqualTo("扎西·次仁");
        assertThat(row.comparableName()).isEqualTo("扎西次仁");
        assertThat(row.number()).isEqualTo(IdNumber.of(OTHER_NUMBER).orElseThrow());
        assertThat(row.identity()).isEqualTo("subsistence-allowance");
        assertThat(row.told()).isEqualTo("低保");
        assertThat(row.township()).isEqualTo("510421002");
        assertThat(row.village()).isEqualTo("东山村");
        assertThat(row.household()).isEqualTo("urban");
        assertThat(row.recognisedOn()).isEqualTo(LocalDate.of(2020, 8, 1));
        assertThat(row.problems()).isEmpty();
        assertThat(row.raw()).contains("扎西·次仁 ", OTHER_NUMBER, "新增");
        assertThat(row.toString()).doesNotContain(OTHER_NUMBER).doesNotContain("扎西");
    }

    @Test
    void anUnknownWordingIsRejectedWithTheNearestOnesNamed() {
        RowProblem problem = civil(RosterFiles.usual().row(1, "白马镇", "东山村", "张三", NUMBER, "困难户"))
                .only()
                .problems()
                .get(0);

        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_IDENTITY);
        assertThat(problem.arguments()).containsExactly("困难户", "低保、特困人员、孤儿");
    }

    @Test
    void aNumberThatSlippedIntoAnotherColumnIsMaskedInTheFinding() {
        RowProblem problem = civil(RosterFiles.usual().row(1, "白马镇", "东山村", "张三", "低保", NUMBER, NUMBER))
                .only()
                .problems()
                .get(1);

        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_IDENTITY);
        assertThat(problem.arguments().get(0)).isEqualTo("510421********4211");
    }

    @Test
    void allProblemsOfARowAreCollected() {
        Reading reading = civil(RosterFiles.usual().row(1, "白马镇", "东山村", "王?", "5.10402E+17", null, "去年"));

        assertThat(reading.problems(4))
                .containsExactly(
                        ProblemCode.DAMAGED_NAME,
                        ProblemCode.NUMERIC_IDENTITY_NUMBER,
                        ProblemCode.MISSING_IDENTITY,
                        ProblemCode.UNREADABLE_DATE);
        assertThat(reading.only().acceptable()).isFalse();
    }

    @Test
    void whoHasANumberButNoNameIsRejected() {
        assertThat(civil(RosterFiles.usual().person(null, NUMBER)).problems(4))
                .containsExactly(ProblemCode.MISSING_NAME);
    }

    @ParameterizedTest
    @CsvSource({"白马镇, 510421002", "白马, 510421002", "湾丘乡, 510421007", "湾丘彝族乡, 510421007", "米易县湾丘彝族乡, 510421007", "红格镇, "
    })
    void townshipsAreFoundByTheNamesInUse(String written, String code) {
        CheckedRow row = civil(RosterFiles.usual().row(1, written, "东山村", "张三", NUMBER, "低保"))
                .only();

        assertThat(row.township()).isEqualTo(code);
        assertThat(row.townshipName()).isEqualTo(written);
        assertThat(row.acceptable()).isTrue();
    }

    @Test
    void categoryAndGradeComeFromTheirColumnsElseFromTheCertificate() {
        RosterFiles file = disabledList()
                .row("张三", NUMBER, NUMBER + "42", "肢体残疾", "2级", "持证残疾人", "有效", "长期")
                .row("李四", OTHER_NUMBER, OTHER_NUMBER + "11", null, null, "持证残疾人", "冻结", "2016.1.1-2026.1.1");
        Reading reading = disabled(file);

        assertThat(reading.row(2).attributes())
                .containsEntry("category", "limb")
                .containsEntry("grade", "2")
                .containsEntry("certificate", "valid");
        assertThat(reading.row(2).expiresOn()).isNull();
        assertThat(reading.row(3).attributes())
                .containsEntry("category", "vision")
                .containsEntry("grade", "1")
                .containsEntry("certificate", "frozen");
        assertThat(reading.row(3).expiresOn()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void aCertificateThatSaysSomethingElseIsNoted() {
        Reading reading = disabled(disabledList()
                .row("张三", NUMBER, NUMBER + "42", "肢体", "三级", "持证残疾人", "有效", "长期")
                .row("李四", OTHER_NUMBER, NUMBER + "42", "肢体", "二级", "持证残疾人", "注销", "2030年1月"));

        assertThat(reading.problems(2)).containsExactly(ProblemCode.OTHER_CERTIFICATE_GRADE);
        assertThat(reading.row(2).problems().get(0).arguments()).containsExactly("42");
        assertThat(reading.row(2).attributes()).containsEntry("grade", "3");
        assertThat(reading.problems(3)).containsExactly(ProblemCode.OTHER_CERTIFICATE_NUMBER);
        assertThat(reading.row(3).attributes()).containsEntry("certificate", "cancelled");
        assertThat(reading.row(3).expiresOn()).isEqualTo(LocalDate.of(2030, 1, 31));
        assertThat(reading.rows()).allMatch(CheckedRow::acceptable);
    }

    @Test
    void sexAndBirthDateAreComparedWithTheNumber() {
        Reading reading = civil(new RosterFiles()
                .row("姓名", "性别", "出生年月", "身份证号", "人员类别")
                .row("张三", "男", "1990年3月", NUMBER, "低保")
                .row("李四", "女", "1968-01-02", OTHER_NUMBER, "低保"));

        assertThat(reading.row(2).problems()).isEmpty();
        assertThat(reading.problems(3)).containsExactly(ProblemCode.OTHER_SEX, ProblemCode.OTHER_BIRTH_DATE);
        assertThat(reading.row(3).acceptable()).isTrue();
    }

    @Test
    void aDeathWithoutAReadableDateIsRejected() {
        Reading reading = read(
                new RosterFiles()
                        .row("姓名", "身份证号", "死亡时间", "人员类别")
                        .row("张三", NUMBER, "2024.12.1", "居民")
                        .row("李四", OTHER_NUMBER, "年底", "居民"),
                Department.HEALTH,
                RosterKind.DEATHS);

        assertThat(reading.row(2).diedOn()).isEqualTo(LocalDate.of(2024, 12, 1));
        assertThat(reading.row(2).problems()).isEmpty();
        assertThat(reading.problems(3)).containsExactly(ProblemCode.MISSING_DATE);
    }

    @Test
    void aMoveNamesItsCountiesByCode() {
        CheckedRow row = read(
                        new RosterFiles()
                                .row("姓名", "身份证号", "迁出地", "迁入地", "迁移时间")
                                .row("张三", NUMBER, "攀枝花市米易县", "盐边县", "2024-11-05"),
                        Department.DISABLED_FEDERATION,
                        RosterKind.MOVES)
                .only();

        assertThat(row.attributes())
                .containsEntry("moved-from", "510421")
                .containsEntry("moved-to", "510422")
                .containsEntry("moved-on", "2024-11-05");
    }

    @Test
    void aMoveWithoutAReadableDateIsRejected() {
        Reading reading = read(
                new RosterFiles().row("姓名", "身份证号", "迁入地", "迁移时间").row("张三", NUMBER, "盐边县", "去年"),
                Department.DISABLED_FEDERATION,
                RosterKind.MOVES);

        assertThat(reading.problems(2)).containsExactly(ProblemCode.MISSING_DATE);
        assertThat(reading.row(2).acceptable()).isFalse();
    }

    @Test
    void whoIsOnASchoolsListWithoutACategoryIsAStudent() {
        CheckedRow row = read(
                        new RosterFiles().row("学校", "班级", "姓名", "身份证号").row("中心小学", "3年级1班", "张三", NUMBER),
                        Department.EDUCATION,
                        RosterKind.STUDENTS)
                .only();

        assertThat(row.identity()).isEqualTo("student");
        assertThat(row.attributes()).containsEntry("school", "中心小学").containsEntry("class", "3年级1班");
    }

    private static RosterFiles disabledList() {
        return new RosterFiles().row("姓名", "身份证号", "残疾人证号", "残疾类别", "残疾等级", "人员类别", "证件状态", "有效期");
    }

    private Reading civil(RosterFiles file) {
        return read(file, Department.CIVIL_AFFAIRS, RosterKind.FULL);
    }

    private Reading disabled(RosterFiles file) {
        return read(file, Department.DISABLED_FEDERATION, RosterKind.FULL);
    }

    private Reading read(RosterFiles file, Department department, RosterKind kind) {
        return Reading.of(file.xlsx(folder), Expectations.of("510421", department, kind));
    }
}
