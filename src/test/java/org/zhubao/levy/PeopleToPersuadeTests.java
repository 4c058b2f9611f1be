package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.review.ItemKind;
import org.zhubao.review.ReviewDesk;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Paging;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;
import org.zhubao.visit.AskingTownships;
import org.zhubao.visit.EnteringFindings;
import org.zhubao.visit.Finding;
import org.zhubao.visit.Purpose;
import org.zhubao.visit.VisitDesk;
import org.zhubao.visit.VisitList;
import org.zhubao.visit.VisitSheets;

/** Townships are sent to those who are entitled and have not paid, and to nobody else; what they find is reviewed. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class PeopleToPersuadeTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private AskingTownships asking;

    @Autowired
    private EnteringFindings entering;

    @Autowired
    private VisitDesk visits;

    @Autowired
    private VisitSheets sheets;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private SettableClock clock;

    private CountySeason season;

    @Test
    void onlyWhoIsEntitledAndHasNotPaidIsOnTheListAndTheWorkbookReturnedLastCounts() throws IOException {
        autumn();
        season.clerkDoes(() -> asking.ask(
                season.place(), Purpose.NOT_ENROLLED, List.of(season.code() + "001", season.code() + "002"), "clerk"));

        assertThat(visits())
                .extracting(VisitList::township, VisitList::people)
                .containsExactlyInAnyOrder(tuple(CountySeason.EAST, 2), tuple(CountySeason.WEST, 1));
        VisitList east = SignedIn.doing(
                        Membership.of(Role.TOWNSHIP_OFFICER, season.code() + "001"), () -> visits.lists(season.place()))
                .get(0);
        assertThat(lines(east))
                .extracting(VisitList.Line::name, VisitList.Line::identities)
                .containsExactlyInAnyOrder(
                        tuple("孙未缴", List.of("subsistence-allowance")), tuple("李未缴", List.of("subsistence-allowance")));

        assertThat(returned(east, Map.of("孙未缴", "愿意参保", "李未缴", "不愿参保"))).isEqualTo(2);
        assertThat(returned(east, Map.of("孙未缴", "已参加职工医保", "李未缴", "不愿参保")))
                .as("one has changed")
                .isEqualTo(1);
        season.clerkDoes(() -> asking.recall(season.place(), east.id(), "clerk"));

        assertThat(season.clerk(() -> review.groups(season.place(), ItemKind.FOUND_OTHERWISE)))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.pattern().open()).containsExactly(Finding.INSURED_AS_EMPLOYEE.code());
                    assertThat(group.persons()).isEqualTo(1);
                    assertThat(group.subsidyFen()).isEqualTo(27_500);
                });
        assertThatThrownBy(() -> returned(east, Map.of("孙未缴", "愿意参保")))
                .as("recalled")
                .hasMessage("visits.not-open");
    }

    /** One has paid, one is declared to decline, three have not paid. */
    private void autumn() {
        season = counties.fresh(2021);
        clock.set(LocalDate.of(2020, 8, 20));
        Listed paid = season.person().called("钱已缴");
        Listed declined = season.person().called("周自愿");
        season.accepted(
                paid,
                declined,
                season.person().called("孙未缴"),
                season.person().called("李未缴"),
                season.person().called("吴未缴").in(CountySeason.WEST));
        clock.set(LocalDate.of(2020, 8, 27));
        season.run();
        season.clerk(() -> pushing.push(season.county(), season.year(), PushKind.FULL, "clerk"));
        clock.set(LocalDate.of(2020, 11, 1));
        accepted(RosterKind.PAYMENTS, PaymentSheet.payments().paid(paid, 275, 30, "2020-10-09"));
        accepted(RosterKind.ENROLMENT_STATUS, PaymentSheet.statuses().insured(declined, "", "", "自愿放弃"));
        season.clerk(() -> reconciling.reconcile(season.county(), season.year(), "clerk"));
    }

    private void accepted(RosterKind kind, PaymentSheet sheet) {
        season.accepted(kind.sender().orElse(Department.TAX), kind, sheet.workbook());
    }

    private List<VisitList> visits() {
        return season.clerk(() -> visits.lists(season.place()));
    }

    private List<VisitList.Line> lines(VisitList list) {
        return season.clerk(() -> visits.lines(list.id(), new Paging(1, 10, 10)));
    }

    /** Fills in the workbook by name. @return how many lines say something else than before */
    private int returned(VisitList list, Map<String, String> findings) throws IOException {
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        sheets.write(list, season.county().name(), lines(list), Map.of(), Locale.SIMPLIFIED_CHINESE, empty);
        Path file = Files.createTempFile("list", ".xlsx");
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(empty.toByteArray()))) {
            for (Row row : book.getSheetAt(0)) {
                String finding = row.getCell(1) == null
                        ? null
                        : findings.get(row.getCell(1).toString());
                if (finding != null) {
                    row.createCell(5).setCellValue("2020.11.1");
                    row.createCell(6).setCellValue(finding);
                }
            }
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
            return season.clerk(() -> entering.takeBack(season.place(), list.id(), file, "list.xlsx", "township"))
                    .taken();
        } finally {
            Files.delete(file);
        }
    }
}
