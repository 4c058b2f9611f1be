package org.zhubao.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.Workplace;
import org.zhubao.review.ItemKind;
import org.zhubao.review.ReviewDesk;
import org.zhubao.site.Paging;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.visit.EnteringFindings.Returned;

/** A list goes to a township, on the screen or as a workbook, comes back and is compared. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class VisitTests {

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
    private ReviewDesk review;

    @Autowired
    private MockMvc mvc;

    @Test
    void eachTownshipGetsAListOfItsOwnAndSeesNoOther() {
        CountySeason season = asked();

        assertThat(lists(season)).extracting(VisitList::number).containsExactly(2, 1);
        List<VisitList> east = SignedIn.doing(
                Membership.of(Role.TOWNSHIP_OFFICER, season.code() + "001"), () -> desk.lists(place(season)));
        assertThat(east).extracting(VisitList::township).containsExactly(CountySeason.EAST);
        assertThat(east.get(0).people()).isEqualTo(2);
        assertThat(SignedIn.doing(
                        Membership.of(Role.TOWNSHIP_OFFICER, season.code() + "001"),
                        () -> desk.find(
                                place(season), list(season, CountySeason.WEST).id())))
                .isEmpty();
    }

    @Test
    void whatIsSaidAgainReplacesWhatWasSaidAndTheFormerWordIsKept() {
        CountySeason season = asked();
        UUID id = list(season, CountySeason.EAST).id();

        assertThat(enter(season, id, new VisitList.Entry(1, Finding.CONFIRMED, DAY, "")))
                .isEqualTo(1);
        assertThat(enter(season, id, new VisitList.Entry(1, Finding.CONFIRMED, DAY, "")))
                .isZero();
        assertThat(enter(season, id, new VisitList.Entry(1, Finding.DIED, DAY, "in May")))
                .isEqualTo(1);

        assertThat(season.clerk(() -> desk.lines(id, new Paging(1, 10, 10)))
                        .get(0)
                        .finding())
                .isEqualTo(Finding.DIED);
        assertThat(season.owner()
                        .sql("select count(*) from visit_finding where list_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aFindingThatContradictsTheListsBecomesAMatterForTheReviewAndChangesNothingElse() {
        CountySeason season = asked();
        season.run();
        UUID id = list(season, CountySeason.EAST).id();
        enter(season, id, new VisitList.Entry(1, Finding.DIED, DAY, "in May"));
        enter(season, id, new VisitList.Entry(2, Finding.CONFIRMED, DAY, ""));
        assertThat(found(season)).as("before the recall").isEmpty();

        season.clerkDoes(() -> asking.recall(place(season), id, "clerk"));

        assertThat(found(season)).hasSize(1);
        assertThat(found(season).get(0).pattern().open()).containsExactly("died");
        assertThat(season.owner()
                        .sql("select count(*) from identity_claim where county = ? and known_to is null")
                        .param(season.code())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThatThrownBy(() -> enter(season, id, new VisitList.Entry(1, Finding.CONFIRMED, DAY, "")))
                .hasMessage("visits.not-open");
    }

    @Test
    void aWorkbookComesBackInAnyOrderAndHalfFilledRowsAreNamed() throws IOException {
        CountySeason season = asked();
        VisitList east = list(season, CountySeason.EAST);

        Returned returned = takeBack(season, east, sheet -> {
            Row first = sheet.getRow(2);
            fill(first, "2024.12.1", "已死亡", "五月");
            fill(sheet.getRow(3), "", "属实", "");
            first.getCell(0).setCellValue(east.number() + "-2");
        });

        assertThat(returned.taken()).isEqualTo(1);
        assertThat(returned.unread()).containsExactly(4);
        assertThat(season.clerk(() -> desk.lines(east.id(), new Paging(1, 10, 10)))
                        .get(1))
                .satisfies(line -> {
                    assertThat(line.finding()).isEqualTo(Finding.DIED);
                    assertThat(line.visitedOn()).isEqualTo(DAY);
                    assertThat(line.remark()).isEqualTo("五月");
                });
    }

    @Test
    void whoWasAddedAndWhatIsSaidTwiceIsNamed() throws IOException {
        CountySeason season = asked();
        VisitList east = list(season, CountySeason.EAST);

        Returned returned = takeBack(season, east, sheet -> {
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
        assertThat(returned.unread()).containsExactly(6, 7);
        assertThat(findings(season, east)).containsExactly(Finding.CONFIRMED, null);
    }

    @Test
    void columnsThatNobodyNeedsMayBeDeletedAndWithoutTheFindingsNothingIsTaken() throws IOException {
        CountySeason season = asked();
        VisitList east = list(season, CountySeason.EAST);

        Returned withoutFindings = takeBack(season, east, sheet -> {
            fill(sheet.getRow(2), "2024.12.1", "已死亡", "");
            sheet.shiftColumns(7, 7, -1);
        });
        Returned withoutNames = takeBack(season, east, sheet -> {
            fill(sheet.getRow(2), "2024.12.1", "已死亡", "");
            sheet.shiftColumns(3, 7, -2);
        });

        assertThat(withoutFindings.taken()).isZero();
        assertThat(withoutFindings.unread()).containsExactly(3);
        assertThat(withoutNames).isEqualTo(new Returned(1, List.of()));
        assertThat(findings(season, east)).containsExactly(Finding.DIED, null);
    }

    @Test
    void theSameWorkbookTwiceSaysNothingNew() throws IOException {
        CountySeason season = asked();
        VisitList east = list(season, CountySeason.EAST);
        Consumer<Sheet> filling = sheet -> fill(sheet.getRow(2), "2024.12.1", "属实", "在家");

        assertThat(takeBack(season, east, filling).taken()).isEqualTo(1);
        assertThat(takeBack(season, east, filling).taken()).isZero();
    }

    @Test
    void aDamagedWorkbookIsRefusedAndWhatWasSaidStays() throws Exception {
        CountySeason season = asked();
        VisitList east = list(season, CountySeason.EAST);
        enter(season, east.id(), new VisitList.Entry(1, Finding.CONFIRMED, DAY, ""));
        byte[] workbook = written(season, east);

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
        assertThat(findings(season, east)).containsExactly(Finding.CONFIRMED, null);
    }

    @Test
    void theWorkbookOfAnotherListIsRefused() {
        CountySeason season = asked();
        VisitList east = list(season, CountySeason.EAST);
        VisitList west = list(season, CountySeason.WEST);

        assertThatThrownBy(() -> takeBack(season, east, west)).hasMessage("visits.other-list");
    }

    @Test
    void theWorkbookShowsMaskedNumbersAndNoAmount() throws IOException {
        CountySeason season = asked();

        try (var book =
                WorkbookFactory.create(new ByteArrayInputStream(written(season, list(season, CountySeason.EAST))))) {
            Row row = book.getSheetAt(0).getRow(2);
            assertThat(row.getCell(2).getStringCellValue()).matches("\\d{6}\\*{8}\\w{4}");
            assertThat(row.getLastCellNum()).isEqualTo((short) 8);
            assertThat(book.getSheetAt(0).getDataValidations()).hasSize(1);
        }
    }

    @Test
    void beforePaymentsAreComparedNobodyIsNotEnrolled() {
        CountySeason season = asked();
        season.run();

        assertThatThrownBy(() -> season.clerkDoes(
                        () -> asking.ask(place(season), Purpose.NOT_ENROLLED, List.of(season.code() + "001"), "clerk")))
                .hasMessage("visits.no-reconciliation");
    }

    /** Two people in the east, one in the west, each township with a list to check. */
    private CountySeason asked() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person(), season.person(), season.person().in(CountySeason.WEST));
        season.clerkDoes(() -> asking.ask(
                place(season), Purpose.IDENTITY, List.of(season.code() + "001", season.code() + "002"), "clerk"));
        return season;
    }

    private List<VisitList> lists(CountySeason season) {
        return season.clerk(() -> desk.lists(place(season)));
    }

    private VisitList list(CountySeason season, String township) {
        return lists(season).stream()
                .filter(list -> list.township().equals(township))
                .findFirst()
                .orElseThrow();
    }

    private int enter(CountySeason season, UUID list, VisitList.Entry entry) {
        return season.clerk(() -> entering.enter(place(season), list, List.of(entry), "township"));
    }

    private List<ReviewDesk.Group> found(CountySeason season) {
        return season.clerk(() -> review.groups(place(season), ItemKind.FOUND_OTHERWISE));
    }

    private List<Finding> findings(CountySeason season, VisitList list) {
        return season.clerk(() -> desk.lines(list.id(), new Paging(1, 10, 10))).stream()
                .map(VisitList.Line::finding)
                .toList();
    }

    private byte[] written(CountySeason season, VisitList list) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<VisitList.Line> lines = season.clerk(() -> desk.lines(list.id(), new Paging(1, 10, 10)));
        sheets.write(list, season.county().name(), lines, Map.of(), Locale.SIMPLIFIED_CHINESE, out);
        return out.toByteArray();
    }

    private Returned takeBack(CountySeason season, VisitList list, Consumer<Sheet> filling) throws IOException {
        Path file = Files.createTempFile("list", ".xlsx");
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(written(season, list)))) {
            filling.accept(book.getSheetAt(0));
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
            return season.clerk(() -> entering.takeBack(place(season), list.id(), file, "list.xlsx", "township"));
        } finally {
            Files.delete(file);
        }
    }

    private Returned takeBack(CountySeason season, VisitList list, VisitList others) throws IOException {
        Path file = Files.createTempFile("list", ".xlsx");
        try {
            Files.write(file, written(season, others));
            return season.clerk(() -> entering.takeBack(place(season), list.id(), file, "list.xlsx", "township"));
        } finally {
            Files.delete(file);
        }
    }

    private static void fill(Row row, String day, String finding, String remark) {
        row.createCell(5).setCellValue(day);
        row.createCell(6).setCellValue(finding);
        row.createCell(7).setCellValue(remark);
    }

    private static Workplace place(CountySeason season) {
        return new Workplace(season.county(), season.year());
    }
}
