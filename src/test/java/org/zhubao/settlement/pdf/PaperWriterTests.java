package org.zhubao.settlement.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.excel.Sheets;

/** A sheet on paper holds what the workbook holds, reopened from its bytes. */
class PaperWriterTests {

    @Test
    void theAnnexHasItsTitleColumnsLinesTotalAndSignatures() throws IOException {
        String text = text(Sheets.annex(), List.of(Sheets.onLowIncome(1, "张三"), Sheets.disabledOnly(2, "扎西·次仁")));

        assertThat(text)
                .contains("攀枝花市资助残疾人参加城乡居民基本医疗保险费用结算明细表", "填表单位（盖章）：东区医疗保障局")
                .contains("残联资助金额", "张三", Sheets.idNumber(1), "扎西·次仁", "合计", "800.00", "500.00")
                .contains("填表人：", "联系电话：", "编号 JS-2025-0007", "校验码 9f86d081884c", "第 1 页，共 1 页");
    }

    @Test
    void theGeneralFormHasSubtotalsAndTheTotalInCapitals() throws IOException {
        assertThat(text(Sheets.general(), List.of(Sheets.inTownship(1, "桂林街道"), Sheets.inTownship(2, "梓潼街道"))))
                .contains("小计：桂林街道 1人", "小计：梓潼街道 1人", "人民币肆佰肆拾捌元整", "人数：2人", "财政（盖章）：");
    }

    @Test
    void clausesAndRemarksNeedTwoLinesOfTextSoThatTwentyPeopleStandOnTwoPages() throws IOException {
        List<SheetLine> lines = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> new SheetLine(
                        i,
                        "张三",
                        Sheets.idNumber(i),
                        "桂林街道",
                        null,
                        null,
                        "低保",
                        "三（三）、三、五（二）、四（一）、三（七）",
                        28_000,
                        0,
                        12_000,
                        16_000,
                        "清算（原已结算126.00元）"))
                .toList();

        assertThat(text(Sheets.general(), lines)).contains("第 2 页，共 2 页");
    }

    @Test
    void headAndNumberStandOnEveryPage() throws IOException {
        byte[] pdf = written(Sheets.annex(), Sheets.many(70));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(3, 4);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("结算明细表", "资助身份", "编号 JS-2025-0007", "第 " + page + " 页，共 " + pages + " 页");
            }
        }
    }

    /** However many there are, nobody signs a page on which there is nobody. */
    @Test
    void theLastLinesStandWithTheSignatures() throws IOException {
        for (int people = 15; people <= 45; people++) {
            assertThat(lastPage(written(Sheets.annex(), Sheets.many(people))))
                    .as("%d people on the annex", people)
                    .contains("填表人：", "合计", Sheets.idNumber(people), Sheets.idNumber(people - 1));
            List<SheetLine> lines = IntStream.rangeClosed(1, people)
                    .mapToObj(i -> Sheets.inTownship(i, i < 10 ? "桂林街道" : "梓潼街道"))
                    .toList();
            assertThat(lastPage(written(Sheets.general(), lines)))
                    .as("%d people on the usual form", people)
                    .contains("财政（盖章）：", "合计", Sheets.idNumber(people), Sheets.idNumber(people - 1));
        }
    }

    private static String lastPage(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(document.getNumberOfPages());
            return stripper.getText(document);
        }
    }

    @Test
    void rareCharactersAreNamedWhereTheFontLacksThemAndNeverBlank() throws IOException {
        String ordinary = "䶮㛃喆";
        String text = text(
                Sheets.annex(),
                List.of(
                        Sheets.onLowIncome(1, ordinary),
                        Sheets.onLowIncome(2, "王\uE863"),
                        Sheets.onLowIncome(3, "李\uD850\uDC00")));

        assertThat(text.replaceAll("\\s", ""))
                .contains(ordinary)
                .contains("王〔U+E863〕")
                .contains("李〔U+24000〕");
    }

    @Test
    void theFontIsEmbeddedAndOnlyAsFarAsItIsUsed() throws IOException {
        byte[] pdf = written(Sheets.annex(), Sheets.many(20));

        assertThat(pdf.length).isLessThan(150_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDFont> fonts = new ArrayList<>();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                fonts.add(document.getPage(0).getResources().getFont(name));
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded).allMatch(font -> font.getName()
                    .matches("[A-Z]{6}\\+NotoSansSC.*"));
        }
    }

    @Test
    void aVoidSheetSaysSoOnEveryPage() throws IOException {
        SheetContent sound = Sheets.annex();
        SheetContent revoked = new SheetContent(
                sound.number(),
                sound.title(),
                sound.form(),
                sound.countyName(),
                sound.fundName(),
                sound.benefitYear(),
                sound.frozenOn(),
                sound.digest(),
                true);

        assertThat(text(revoked, Sheets.many(40)).split("【已作废】", -1)).hasSize(3);
    }

    private static String text(SheetContent content, List<SheetLine> lines) throws IOException {
        byte[] pdf = written(content, lines);
        Files.createDirectories(Path.of("target/screenshots"));
        Files.write(Path.of("target/screenshots", content.form() + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] written(SheetContent content, List<SheetLine> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Papers.write(content, lines, out);
        return out.toByteArray();
    }
}
