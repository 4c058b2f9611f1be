package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.roster.excel.RosterFiles.NUMBER;
import static org.zhubao.roster.excel.RosterFiles.OTHER_NUMBER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.Column;

/** Where the table begins and ends, and what in it is nobody. */
class FindingTablesTests {

    @TempDir
    Path folder;

    @Test
    void headingsAreFoundBelowTitleAndUnitLine() {
        Reading reading = read(RosterFiles.usual().person("张三", NUMBER));

        assertThat(reading.shape().headerRow()).isEqualTo(3);
        assertThat(reading.shape().title()).startsWith("米易县2021年度");
        assertThat(reading.shape().headers())
                .containsEntry(Column.TOWNSHIP, "镇（街）")
                .containsEntry(Column.ID_NUMBER, "身份证号码");
        assertThat(reading.only().name()).isEqualTo("张三");
    }

    @Test
    void headingsMayStandInTheFirstLineAlone() {
        Reading reading = read(new RosterFiles().row("姓名", "证件号码", "救助类别").row("张三", NUMBER, "低保"));

        assertThat(reading.shape().headerRow()).isEqualTo(1);
        assertThat(reading.only().rowNumber()).isEqualTo(2);
    }

    @Test
    void groupsAboveColumnsMakeAHeadingOfTwoLines() {
        Reading reading = read(new RosterFiles()
                .row("序号", "镇街", "人员信息", null, null, "残疾情况")
                .row(null, null, "姓名", "身份证号", "人员类别", "残疾类别", "残疾等级")
                .row(1, "白马镇", "张三", NUMBER, "低保", "肢体", "二级"));

        assertThat(reading.shape().headerRow()).isEqualTo(2);
        assertThat(reading.shape().headers()).containsKeys(Column.TOWNSHIP, Column.NAME, Column.DISABILITY_GRADE);
        assertThat(reading.only().attributes())
                .containsEntry("category", "limb")
                .containsEntry("grade", "2");
    }

    @Test
    void columnsMergedOverBothLinesMakeAHeadingOfTwoLinesToo() {
        Reading reading = read(new RosterFiles()
                .row("姓名", "身份证号", "人员类别", "残疾情况", null)
                .row(null, null, null, "残疾类别", "残疾等级")
                .row("张三", NUMBER, "低保", "听力", "3"));

        assertThat(reading.shape().headerRow()).isEqualTo(2);
        assertThat(reading.only().attributes()).containsEntry("category", "hearing");
    }

    @Test
    void numberedColumnsBelowTheHeadingAreNobody() {
        Reading reading = read(RosterFiles.usual()
                .row("1", "2", "3", "4", "5", "6", "7", "8", "9")
                .person("张三", NUMBER));

        assertThat(reading.only().name()).isEqualTo("张三");
    }

    @Test
    void blankLinesNeverShiftRowNumbers() {
        RosterFiles file =
                RosterFiles.usual().row().person("张三", NUMBER).row().row().person("李四", OTHER_NUMBER);

        assertThat(read(file).rows()).extracting(CheckedRow::rowNumber).containsExactly(5, 8);
        assertThat(read(file.text(folder, ",", StandardCharsets.UTF_8)).rows())
                .extracting(CheckedRow::rowNumber)
                .containsExactly(5, 8);
    }

    @Test
    void totalsNotesAndSignaturesAreNobody() {
        Reading reading = read(RosterFiles.usual()
                .person("张三", NUMBER)
                .row("小计", 1, "人")
                .person("李四", OTHER_NUMBER)
                .row("合计：2人")
                .row(null, null, null, "合计", 2)
                .row("注：身份证号码请设置为文本格式。", null, null, null, null, "见说明")
                .row("填表人：王五", null, null, "审核人：赵六", null, "单位（盖章）：")
                .row("联系电话：0812-1234567"));

        assertThat(reading.rows()).extracting(CheckedRow::name).containsExactly("张三", "李四");
        assertThat(reading.shape().dataRows()).isEqualTo(2);
    }

    @Test
    void headingsRepeatedOnEveryPrintedPageAreNobody() {
        Reading reading = read(RosterFiles.usual()
                .person("张三", NUMBER)
                .row("序号", "镇（街）", "村（居）", "姓名", "身份证号码", "人员类别")
                .person("李四", OTHER_NUMBER));

        assertThat(reading.rows()).extracting(CheckedRow::name).containsExactly("张三", "李四");
    }

    @Test
    void bothLinesOfAHeadingMayBeRepeated() {
        Object[] groups = {"序号", "人员信息", null, "认定情况"};
        Object[] columns = {null, "姓名", "身份证号", "人员类别"};
        Reading reading = read(new RosterFiles()
                .row(groups)
                .row(columns)
                .row(1, "张三", NUMBER, "低保")
                .row(groups)
                .row(columns)
                .row(2, "李四", OTHER_NUMBER, "低保"));

        assertThat(reading.rows()).extracting(CheckedRow::rowNumber).containsExactly(3, 6);
    }

    @Test
    void aTelephoneNumberBelowTheNumberColumnIsNobody() {
        Reading reading =
                read(RosterFiles.usual().person("张三", NUMBER).row("填表人：", "王五", null, "联系电话：", "13800138000"));

        assertThat(reading.only().name()).isEqualTo("张三");
    }

    @Test
    void linesNumberedBeforehandButLeftEmptyAreNobody() {
        Reading reading = read(RosterFiles.usual().person("张三", NUMBER).row(2).row(3, "白马镇"));

        assertThat(reading.rows()).hasSize(1);
    }

    @Test
    void aPersonWhoseRemarkSpeaksOfTotalsIsStillAPerson() {
        Reading reading =
                read(RosterFiles.usual().row(1, "白马镇", "东山村", "张三", null, "低保", "2020.8.1", "农村", "备注：身份证号待补"));

        assertThat(reading.only().name()).isEqualTo("张三");
        assertThat(reading.only().acceptable()).isFalse();
    }

    @Test
    void cellsOutsideTheTableAreKeptForTheRecordButMeanNothing() {
        Reading reading =
                read(RosterFiles.usual().row(1, "白马镇", "东山村", "张三", NUMBER, "低保", null, null, null, null, "临时"));

        assertThat(reading.only().raw()).hasSize(11).endsWith("临时");
        assertThat(reading.only().problems()).isEmpty();
    }

    private Reading read(RosterFiles file) {
        return read(file.xlsx(folder));
    }

    private static Reading read(Path file) {
        return Reading.of(file, Expectations.civilAffairs());
    }
}
