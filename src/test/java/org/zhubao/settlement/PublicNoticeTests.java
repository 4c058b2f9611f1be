package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhubao.settlement.SettledSeason.FEDERATION;
import static org.zhubao.settlement.SettledSeason.MEDICAL;
import static org.zhubao.settlement.SettledSeason.federation;
import static org.zhubao.settlement.SettledSeason.refusal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/** What everybody may read of a settlement: masked, without anything that tells who is disabled, and not for ever. */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class PublicNoticeTests {

    private static final LocalDate UNTIL = LocalDate.of(2025, 1, 10);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private PublicNotices notices;

    @Autowired
    private Reports reports;

    @Autowired
    private SettableClock clock;

    private CountySeason season;
    private Listed both;
    private Listed disabled;

    @BeforeEach
    void aCountyWithTwoApprovedSheets() {
        SettledSeason settled = new SettledSeason(settling);
        season = counties.fresh(2025);
        both = season.person().called("欧阳双重");
        disabled = season.person().called("孙残").in(CountySeason.WEST);
        season.accepted(both);
        federation(season, both, disabled);
        season.run();
        Sheet medical = settled.freeze(season, MEDICAL);
        Sheet federation = settled.freeze(season, FEDERATION);
        assertThat(refusal(() -> publish())).as("nothing is approved yet").isEqualTo("settlement.notice.nobody");
        season.clerkDoes(() -> {
            moving.confirm(federation.id(), "officer");
            moving.approve(federation.id(), "reviewer");
            moving.approve(medical.id(), "reviewer");
        });
    }

    @Test
    void everybodyStandsOnceMaskedWithWhatAllFundsBear() {
        Notice notice = up();

        assertThat(season.clerk(() -> notices.lines(notice, 0, 10)))
                .extracting(SheetLine::name, SheetLine::idNumber, SheetLine::townshipName, SheetLine::fundFen)
                .containsExactly(
                        tuple("欧***", masked(both), CountySeason.EAST, 40_000L),
                        tuple("孙*", masked(disabled), CountySeason.WEST, 40_000L));
        assertThat(notice.totalFen()).isEqualTo(80_000);
    }

    @Test
    void paperAndWorkbookTellNobodysNameNumberOrDisability() throws IOException {
        Notice notice = up();

        for (String text : List.of(paper(notice), workbook(notice))) {
            assertThat(text.replaceAll("\\s", ""))
                    .contains("孙*", "欧***", "公示期：2024年12月20日至2025年1月10日", "800.00")
                    .doesNotContain("孙残", "欧阳", both.number(), disabled.number(), "残疾", "残联", "低保", "肢体");
        }
    }

    @Test
    void afterItsLastDayItIsNoLongerShown() {
        Notice notice = up();

        clock.set(UNTIL);
        assertThat(shown(notice)).isPresent();
        clock.set(UNTIL.plusDays(1));
        assertThat(shown(notice)).isEmpty();
    }

    @Test
    void whatWasTakenDownIsGoneAtOnce() {
        Notice notice = up();

        season.clerkDoes(() -> notices.takeDown(notice.id(), season.code(), "clerk"));

        assertThat(shown(notice)).isEmpty();
        assertThat(refusal(() -> season.clerkDoes(() -> notices.takeDown(notice.id(), season.code(), "clerk"))))
                .isEqualTo("settlement.notice.down");
    }

    @Test
    void theReportOfTheYearCountsEachPersonOnceInEveryTable() {
        Report report = season.clerk(() -> reports.of(season.code(), 2025, List.of(MEDICAL, FEDERATION)));

        assertThat(report.persons()).isEqualTo(2);
        assertThat(report.totalFen()).isEqualTo(80_000);
        assertThat(report.byTownship())
                .extracting(Report.Row::name, Report.Row::persons, Report.Row::fen)
                .containsExactlyInAnyOrder(tuple(CountySeason.EAST, 1, 40_000L), tuple(CountySeason.WEST, 1, 40_000L));
        assertThat(report.byCategory())
                .extracting(Report.Row::name, Report.Row::persons, Report.Row::fen)
                .containsExactlyInAnyOrder(tuple("低保-残疾人", 1, 40_000L), tuple("残疾人", 1, 40_000L));
        assertThat(season.clerk(() -> reports.of(season.code(), 2025, List.of(FEDERATION)))
                        .totalFen())
                .isEqualTo(50_000);
    }

    private UUID publish() {
        return season.clerk(() -> notices.publish(season.county(), 2025, UNTIL, "clerk"));
    }

    private Notice up() {
        UUID id = publish();
        return season.clerk(() -> notices.shown(id, season.code()).orElseThrow());
    }

    private Optional<Notice> shown(Notice notice) {
        return season.clerk(() -> notices.shown(notice.id(), season.code()));
    }

    private static String masked(Listed person) {
        return person.number().substring(0, 6) + "********" + person.number().substring(14);
    }

    private String paper(Notice notice) throws IOException {
        try (PDDocument document = Loader.loadPDF(written(notice, SheetFormat.PDF))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String workbook(Notice notice) throws IOException {
        byte[] bytes = written(notice, SheetFormat.XLSX);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                XSSFExcelExtractor extractor = new XSSFExcelExtractor(book)) {
            return extractor.getText();
        }
    }

    private byte[] written(Notice notice, SheetFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        season.clerkDoes(() -> notices.write(notice, season.county(), format, out));
        return out.toByteArray();
    }
}
