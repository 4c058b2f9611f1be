package org.zhubao.settlement.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhubao.settlement.excel.Sheets.text;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.zhubao.settlement.SheetLine;

class GeneralFormTests {

    private final List<SheetLine> lines =
            List.of(Sheets.inTownship(1, "梓潼街道"), Sheets.inTownship(2, "梓潼街道"), Sheets.inTownship(3, "塘坝镇"));

    @Test
    void headAndColumnsNameCountyYearFundAndClause() throws IOException {
        XSSFSheet sheet = general();
        assertThat(text(sheet, 0, 0)).isEqualTo("潼南区2021年度资助参加城乡居民合作医疗保险费用结算表");
        assertThat(text(sheet, 1, 0)).isEqualTo("填表单位（盖章）：潼南区医疗保障局");
        assertThat(text(sheet, 1, 4)).isEqualTo("参保年度：2021年　资金渠道：民政部门资金");
        assertThat(text(sheet, 1, 7)).isEqualTo("填表时间：2025年1月15日　单位：元");
        assertThat(IntStream.range(0, 10).mapToObj(i -> text(sheet, 2, i)))
                .containsExactly("序号", "姓名", "身份证号码", "镇（街）", "资助身份", "依据条款", "个人缴费标准", "资助金额", "个人缴纳", "备注");
    }

    @Test
    void everyTownshipHasItsSubtotal() throws IOException {
        XSSFSheet sheet = general();
        assertThat(text(sheet, 5, 0)).isEqualTo("小计：梓潼街道 2人");
        assertThat(amounts(sheet, 5)).containsExactly(560.00, 448.00, 112.00);
        assertThat(text(sheet, 7, 0)).isEqualTo("小计：塘坝镇 1人");
        assertThat(amounts(sheet, 7)).containsExactly(280.00, 224.00, 56.00);
    }

    @Test
    void whoseTownshipNobodySaysIsAddedUpAsThat() throws IOException {
        XSSFSheet sheet = Sheets.read(Sheets.general(), List.of(Sheets.inTownship(1, "")));
        assertThat(text(sheet, 4, 0)).isEqualTo("小计：未注明镇（街） 1人");
    }

    @Test
    void theTotalCountsEveryLineOnce() throws IOException {
        XSSFSheet sheet = general();
        assertThat(text(sheet, 8, 0)).isEqualTo("合计");
        assertThat(amounts(sheet, 8)).containsExactly(840.00, 672.00, 168.00);
    }

    @Test
    void theFundsTotalIsAlsoWrittenInCapitals() throws IOException {
        assertThat(text(general(), 9, 0)).isEqualTo("资助金额合计（大写）：人民币陆佰柒拾贰元整　　人数：3人");
    }

    @Test
    void fourPlacesToSignCloseTheSheet() throws IOException {
        XSSFSheet sheet = general();
        assertThat(List.of(text(sheet, 10, 0), text(sheet, 10, 3), text(sheet, 10, 5), text(sheet, 10, 7)))
                .containsExactly("经办人：", "复核人：", "部门（盖章）：", "财政（盖章）：");
    }

    @Test
    void whatOtherFundsBearIsNamedSoThatTheLineAddsUpToThePremium() throws IOException {
        XSSFSheet sheet = Sheets.read(
                Sheets.general(),
                List.of(veteran(12_000, ""), veteran(12_000, "核减：待遇开始前取消认定"), Sheets.inTownship(3, "梓潼街道")));
        assertThat(List.of(text(sheet, 3, 9), text(sheet, 4, 9), text(sheet, 5, 9)))
                .containsExactly("其他资金120.00元", "核减：待遇开始前取消认定；其他资金120.00元", "");
    }

    @Test
    void aDifferenceSaysNothingOfOtherFundsThatHaveSheetsOfTheirOwn() throws IOException {
        XSSFSheet sheet =
                Sheets.read(Sheets.general(), List.of(veteran(-12_000, "清算（原已结算160.00元）"), veteran(4_000, "预拨")));

        assertThat(List.of(text(sheet, 3, 9), text(sheet, 4, 9))).containsExactly("清算（原已结算160.00元）", "预拨");
    }

    private static SheetLine veteran(long othersFen, String remark) {
        return new SheetLine(
                1, "甲", Sheets.idNumber(1), "梓潼街道", null, null, "重点优抚", "二（二）4", 28_000, othersFen, 16_000, 0, remark);
    }

    @Test
    void aTownshipThatComesBackIsRefusedBecauseItsSubtotalWouldBeWrong() {
        List<SheetLine> mixed =
                List.of(Sheets.inTownship(1, "梓潼街道"), Sheets.inTownship(2, "塘坝镇"), Sheets.inTownship(3, "梓潼街道"));
        assertThatThrownBy(() -> Sheets.written(Sheets.general(), mixed)).hasMessageContaining("梓潼街道 comes back");
    }

    @Test
    void aSheetWithoutPeopleStillAddsUpToNothing() throws IOException {
        XSSFSheet sheet = Sheets.read(Sheets.general(), List.of());
        assertThat(text(sheet, 3, 0)).isEqualTo("合计");
        assertThat(amounts(sheet, 3)).containsExactly(0.0, 0.0, 0.0);
        assertThat(text(sheet, 4, 0)).contains("人民币零元整", "0人");
    }

    private XSSFSheet general() throws IOException {
        return Sheets.read(Sheets.general(), lines);
    }

    private static List<Double> amounts(XSSFSheet sheet, int row) {
        return IntStream.rangeClosed(6, 8)
                .mapToObj(column -> sheet.getRow(row).getCell(column).getNumericCellValue())
                .toList();
    }
}
