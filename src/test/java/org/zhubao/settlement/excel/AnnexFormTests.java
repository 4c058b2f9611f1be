package org.zhubao.settlement.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.settlement.excel.Sheets.text;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.zhubao.settlement.SheetLine;

class AnnexFormTests {

    private final List<SheetLine> lines =
            List.of(Sheets.onLowIncome(1, "张三"), Sheets.disabledOnly(2, "李四"), Sheets.onLowIncome(3, "扎西·次仁"));

    @Test
    void titleAndUnitLineAreTheAnnexs() throws IOException {
        XSSFSheet sheet = annex();
        assertThat(text(sheet, 0, 0)).isEqualTo("攀枝花市资助残疾人参加城乡居民基本医疗保险费用结算明细表");
        assertThat(text(sheet, 1, 0)).isEqualTo("填表单位（盖章）：东区医疗保障局");
        assertThat(text(sheet, 1, 6)).isEqualTo("填表时间：2025年1月15日");
        assertThat(merged(sheet)).contains("A1:J1", "A2:F2", "G2:J2");
    }

    @Test
    void theTenColumnsStandInTheAnnexsOrder() throws IOException {
        XSSFSheet sheet = annex();
        assertThat(IntStream.range(0, 10).mapToObj(i -> text(sheet, 2, i)))
                .containsExactly("序号", "姓名", "身份证号码", "残疾类别", "残疾等级", "资助身份", "资助标准", "医疗救助资金支付金额", "残联资助金额", "备注");
        assertThat(sheet.getRow(2).getLastCellNum()).isEqualTo((short) 10);
    }

    @Test
    void aLineShowsThePersonAndBothShares() throws IOException {
        assertThat(shown(annex(), 3))
                .containsExactly("1", "张三", Sheets.idNumber(1), "视力", "一级", "低保-残疾人", "400.00", "300.00", "100.00", "");
    }

    @Test
    void numbersAreNumbersAndIdentityNumbersAreText() throws IOException {
        XSSFSheet sheet = annex();
        assertThat(cell(sheet, 3, 0).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cell(sheet, 3, 2).getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell(sheet, 3, 2).getCellStyle().getDataFormatString()).isEqualTo("@");
        for (int column = 6; column <= 8; column++) {
            assertThat(cell(sheet, 3, column).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell(sheet, 3, column).getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0.00");
        }
    }

    @Test
    void theTotalIsAFixedValueUnderEachAmount() throws IOException {
        XSSFSheet sheet = annex();
        assertThat(text(sheet, 6, 0)).isEqualTo("合计");
        assertThat(merged(sheet)).contains("A7:F7");
        assertThat(shown(sheet, 6).subList(6, 10)).containsExactly("1,200.00", "600.00", "600.00", "");
        assertThat(cell(sheet, 6, 6).getCellType()).isEqualTo(CellType.NUMERIC);
    }

    @Test
    void theExplanationAndTheSignatureLineFollowTheTotal() throws IOException {
        XSSFSheet sheet = annex();
        assertThat(text(sheet, 7, 0))
                .startsWith("填表说明：1.本表只填写符合资助参保条件的残疾人信息，单位：元。")
                .endsWith("其他残疾人由残联全额资助参保。");
        assertThat(text(sheet, 8, 0)).isEqualTo("填表人：");
        assertThat(text(sheet, 8, 6)).isEqualTo("联系电话：");
        assertThat(sheet.getLastRowNum()).isEqualTo(8);
    }

    @Test
    void everyCellOfTheTableHasABorder() throws IOException {
        XSSFSheet sheet = annex();
        for (int row = 2; row <= 6; row++) {
            for (int column = 0; column < 10; column++) {
                assertThat(cell(sheet, row, column).getCellStyle().getBorderBottom())
                        .as("row %d column %d", row, column)
                        .isEqualTo(BorderStyle.THIN);
            }
        }
    }

    @Test
    void itPrintsOnA4LandscapeOnePageWideWithTheHeadOnEveryPage() throws IOException {
        XSSFSheet sheet = annex();
        PrintSetup print = sheet.getPrintSetup();
        assertThat(print.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(print.getLandscape()).isTrue();
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(print.getFitWidth()).isEqualTo((short) 1);
        assertThat(print.getFitHeight()).isZero();
        assertThat(sheet.getRepeatingRows()).isEqualTo(CellRangeAddress.valueOf("1:3"));
    }

    @Test
    void theFooterTiesThePaperToTheRecord() throws IOException {
        XSSFSheet sheet = annex();
        assertThat(sheet.getFooter().getLeft()).endsWith("编号 JS-2025-0007");
        assertThat(sheet.getFooter().getCenter()).endsWith("第 &P 页，共 &N 页");
        assertThat(sheet.getFooter().getRight()).endsWith("校验码 9f86d081884c");
    }

    private XSSFSheet annex() throws IOException {
        return Sheets.read(Sheets.annex(), lines);
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column);
    }

    private static List<String> shown(XSSFSheet sheet, int row) {
        DataFormatter formatter = new DataFormatter();
        return IntStream.range(0, 10)
                .mapToObj(column -> formatter.formatCellValue(cell(sheet, row, column)))
                .toList();
    }

    private static List<String> merged(XSSFSheet sheet) {
        return sheet.getMergedRegions().stream()
                .map(CellRangeAddress::formatAsString)
                .toList();
    }
}
