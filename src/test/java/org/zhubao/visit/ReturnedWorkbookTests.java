package org.zhubao.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.DispatcherServlet;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.site.Paging;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;
import org.zhubao.visit.EnteringFindings.Returned;
import org.zhubao.visit.Unread.Reason;

/** A township's list comes back as a workbook: sorted, cut, copied, damaged, or that of somebody else. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
@ExtendWith(SetsTheClockBack.class)
class ReturnedWorkbookTests {

    private static final LocalDate DAY = LocalDate.of(2024, 12, 1);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private AskingTownships asking;

    @Autowired
    private EnteringFindings entering;

    @Autowired
    private VisitDesk desk;

    @Autowired
    private VisitSheets sheets;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;
    private VisitList east;
    private VisitList west;

    @BeforeEach
    void twoTownshipsAreAsked() {
        season = counties.fresh(2021);
        TwoTownships.asked(season, asking);
        List<VisitList> lists = season.clerk(() -> desk.lists(season.place()));
        west = lists.get(0);
        east = lists.get(1);
    }

    @Test
    void aWorkbookComesBackInAnyOrderAndRowsWithoutAFindingAreNamed() throws IOException {
        Returned returned = takeBack(east, sheet -> {
            Row first = sheet.getRow(2);
            fill(first, "2024.12.1", "已死亡", "五月");
            fill(sheet.getRow(3), "2024.12.1", "", "");
            first.getCell(0).setCellValue(east.number() + "-2");
            first.getCell(1).setCellValue(sheet.getRow(3).getCell(1).getStringCellValue());
        });

        assertThat(returned.taken()).isEqualTo(1);
        assertThat(returned.unread()).containsExactly(new Unread(4, Reason.NO_FINDING));
        assertThat(season.clerk(() -> desk.lines(east.id(), new Paging(1, 10, 10)))
                        .get(1))
                .satisfies(line -> {
                    assertThat(line.finding()).isEqualTo(Finding.DIED);
                    assertThat(line.visitedOn()).isEqualTo(DAY);
                    assertThat(line.remark()).isEqualTo("五月");
                });
    }

    /** Whoever sorts a single column has everybody's number beside somebody else's name. */
    @Test
    void nothingIsTakenOfARowThatNamesSomebodyElseThanItsNumber() throws IOException {
        Returned returned = takeBack(east, sheet -> {
            String first = sheet.getRow(2).getCell(0).getStringCellValue();
            sheet.getRow(2).getCell(0).setCellValue(sheet.getRow(3).getCell(0).getStringCellValue());
            sheet.getRow(3).getCell(0).setCellValue(first);
            fill(sheet.getRow(2), "2024.12.1", "已死亡", "");
        });

        assertThat(returned).isEqualTo(new Returned(0, List.of(new Unread(3, Reason.OTHER_NAME))));
        assertThat(findings(east)).containsOnlyNulls();
    }

    @Test
    void whoWasAddedAndWhatIsSaidTwiceIsNamed() throws IOException {
        Returned returned = takeBack(east, sheet -> {
            fill(sheet.getRow(2), "2024.12.1", "属实", "");
            Row copied = sheet.createRow(5);
            copied.createCell(0).setCellValue(east.number() + "-1");
            fill(copied, "2024.12.1", "已死亡", "");
            Row added = sheet.createRow(6);
            added.createCell(1).setCellValue("钱新来");
            fill(added, "2024.12.1", "属实", "");
            sheet.createRow(7).createCell(0).setCellValue("填表人：赵");
        });

        assertThat(returned.taken()).isEqualTo(1);
        assertThat(returned.unread())
                .containsExactly(new Unread(6, Reason.SAID_OTHERWISE), new Unread(7, Reason.NOT_ON_THE_LIST));
        assertThat(findings(east)).containsExactly(Finding.CONFIRMED, null);
    }

    @Test
    void columnsThatNobodyNeedsMayBeDeletedAndWithoutTheFindingsNothingIsTaken() throws IOException {
        Returned withoutFindings = takeBack(east, sheet -> {
            fill(sheet.getRow(2), "2024.12.1", "已死亡", "");
            sheet.shiftColumns(7, 7, -1);
        });
        Returned withoutNames = takeBack(east, sheet -> {
            fill(sheet.getRow(2), "2024.12.1", "已死亡", "");
            sheet.shiftColumns(3, 7, -2);
        });

        assertThat(withoutFindings.taken()).isZero();
        assertThat(withoutFindings.unread()).containsExactly(new Unread(3, Reason.NO_FINDING));
        assertThat(withoutNames).isEqualTo(new Returned(1, List.of()));
        assertThat(findings(east)).containsExactly(Finding.DIED, null);
    }

    @Test
    void theSameWorkbookTwiceSaysNothingNew() throws IOException {
        Consumer<Sheet> filling = sheet -> fill(sheet.getRow(2), "2024.12.1", "属实", "在家");

        assertThat(takeBack(east, filling).taken()).isEqualTo(1);
        assertThat(takeBack(east, filling).taken()).isZero();
    }

    @Test
    void withoutADayItIsTodayAsOnTheScreenAndTheSameAgainTomorrowSaysNothingNew() throws IOException {
        Consumer<Sheet> filling = sheet -> fill(sheet.getRow(2), "", "属实", "在家");
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());

        assertThat(takeBack(east, filling)).isEqualTo(new Returned(1, List.of()));
        clock.set(today.plusDays(1));
        assertThat(takeBack(east, filling)).isEqualTo(new Returned(0, List.of()));
        assertThat(season.clerk(() -> desk.lines(east.id(), new Paging(1, 10, 10)))
                        .get(0)
                        .visitedOn())
                .isEqualTo(today);
    }

    @Test
    void everyRowThatIsNotTakenIsToldWithItsOwnReason() throws Exception {
        byte[] returned = filledIn(east, sheet -> {
            fill(sheet.getRow(2), "去年", "属实", "");
            fill(sheet.getRow(3), "2099-01-01", "属实", "");
        });

        var answer = mvc.perform(multipart("/visits/" + east.id() + "/workbook")
                        .file(new MockMultipartFile("file", "list.xlsx", null, returned))
                        .with(SignedIn.as(Role.TOWNSHIP_OFFICER, season.code() + "001"))
                        .with(csrf()))
                .andReturn();
        String page = mvc.perform(get("/visits/" + east.id())
                        .requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, answer.getFlashMap())
                        .with(SignedIn.as(Role.TOWNSHIP_OFFICER, season.code() + "001")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page)
                .contains("class=\"flash notice\"", "已读入 0 行，2 行没有读入", "看不懂核查日期", "核查日期还没有到", "改成实际核查的日期")
                .doesNotContain("flash success");
        assertThat(findings(east)).containsOnlyNulls();
    }

    @Test
    void aDamagedWorkbookIsRefusedAndWhatWasSaidStays() throws Exception {
        season.clerk(() -> entering.enter(
                season.place(), east.id(), List.of(new VisitList.Entry(1, Finding.CONFIRMED, DAY, "")), "township"));
        byte[] workbook = written(east);

        for (byte[] damaged : List.of(Arrays.copyOf(workbook, workbook.length / 2), new byte[0], new byte[] {1, 2})) {
            assertThat(mvc.perform(multipart("/visits/" + east.id() + "/workbook")
                                    .file(new MockMultipartFile("file", "list.xlsx", null, damaged))
                                    .with(SignedIn.as(Role.TOWNSHIP_OFFICER, season.code() + "001"))
                                    .with(csrf()))
                            .andReturn()
                            .getFlashMap()
                            .values())
                    .asString()
                    .contains("visits.unreadable");
        }
        assertThat(findings(east)).containsExactly(Finding.CONFIRMED, null);
    }

    @Test
    void theWorkbookOfAnotherListIsRefused() {
        assertThatThrownBy(() -> takeBack(east, written(west))).hasMessage("visits.other-list");
    }

    @Test
    void theWorkbookShowsMaskedNumbersAndNoAmount() throws IOException {
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(written(east)))) {
            Row row = book.getSheetAt(0).getRow(2);
            assertThat(row.getCell(2).getStringCellValue()).matches("\\d{6}\\*{8}\\w{4}");
            assertThat(row.getLastCellNum()).isEqualTo((short) 8);
            assertThat(book.getSheetAt(0).getDataValidations()).hasSize(1);
        }
    }

    private List<Finding> findings(VisitList list) {
        return season.clerk(() -> desk.lines(list.id(), new Paging(1, 10, 10))).stream()
                .map(VisitList.Line::finding)
                .toList();
    }

    private byte[] written(VisitList list) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<VisitList.Line> lines = season.clerk(() -> desk.lines(list.id(), new Paging(1, 10, 10)));
        sheets.write(list, season.county().name(), lines, Map.of(), Locale.SIMPLIFIED_CHINESE, out);
        return out.toByteArray();
    }

    private byte[] filledIn(VisitList list, Consumer<Sheet> filling) throws IOException {
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(written(list)))) {
            filling.accept(book.getSheetAt(0));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private Returned takeBack(VisitList list, Consumer<Sheet> filling) throws IOException {
        return takeBack(list, filledIn(list, filling));
    }

    private Returned takeBack(VisitList list, byte[] workbook) throws IOException {
        Path file = Files.createTempFile("list", ".xlsx");
        try {
            Files.write(file, workbook);
            return season.clerk(() -> entering.takeBack(season.place(), list.id(), file, "list.xlsx", "township"));
        } finally {
            Files.delete(file);
        }
    }

    private static void fill(Row row, String day, String finding, String remark) {
        row.createCell(5).setCellValue(day);
        row.createCell(6).setCellValue(finding);
        row.createCell(7).setCellValue(remark);
    }
}
