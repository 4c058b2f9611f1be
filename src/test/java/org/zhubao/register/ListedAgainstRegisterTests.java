package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.Column;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.ProblemGroup;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterDesk.RowFilter;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RowProblem;
import org.zhubao.roster.RowView;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;

/** What a list is told when it comes in, from what is on record: beside the row it is about, and beside no other. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListedAgainstRegisterTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private RosterDesk desk;

    private CountySeason season;

    @BeforeAll
    void oneCountyForAll() {
        season = counties.fresh(2021);
    }

    @Test
    void whatIsOnRecordIsSaidBesideTheRowItIsAbout() {
        Listed renamed = season.person().called("张改名");
        Listed dead = season.person().called("李去世");
        Listed elsewhere = season.person().called("王两处").disabled("肢体", "四级");
        season.accepted(renamed, dead);
        season.accepted(Department.DISABLED_FEDERATION, RosterKind.FULL, elsewhere.as("一般残疾人员"));
        season.accepted(
                Department.HEALTH, RosterKind.DEATHS, RosterWorkbook.deaths(Map.of(dead, LocalDate.of(2020, 7, 1))));

        UUID list = season.uploaded(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                renamed.called("赵新名"),
                dead,
                elsewhere.as("低保"),
                season.person());

        assertThat(findings(list))
                .isEqualTo(Map.of(
                        2, List.of(RowProblem.of(ProblemCode.OTHER_NAME_ON_RECORD, Column.NAME, "张改名")),
                        3, List.of(RowProblem.of(ProblemCode.DEATH_ON_RECORD, Column.ID_NUMBER, "2020-07-01")),
                        4,
                                List.of(RowProblem.of(
                                        ProblemCode.ON_ANOTHER_LIST, Column.IDENTITY, "department.disabled"))));
        assertThat(season.roster(list).rows().acceptable()).isEqualTo(4);
        assertThat(season.rows(list, new RowFilter(null, false)))
                .as("to be on another list asks for nothing")
                .extracting(RowView::rowNumber)
                .containsExactly(2, 3);
    }

    @Test
    void whatIsFoundIsCountedFilteredAndPagedLikeEveryOtherProblem() {
        Listed person = season.person();
        season.accepted(person);

        UUID list =
                season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, person.called("赵新名"), season.person());

        RowFilter filter = new RowFilter(ProblemCode.OTHER_NAME_ON_RECORD, false);
        season.clerkDoes(() -> {
            assertThat(desk.problems(list)).singleElement().satisfies(group -> assertThat(group.rows())
                    .isEqualTo(1));
            assertThat(desk.countRows(list, filter)).isEqualTo(1);
            assertThat(desk.countRows(list, new RowFilter(ProblemCode.DEATH_ON_RECORD, false)))
                    .isZero();
            assertThat(desk.rows(list, filter, 0, 10))
                    .extracting(RowView::rowNumber)
                    .containsExactly(2);
        });
    }

    @Test
    void aWrongNumberIsHeldAgainstThoseOfThatNameAndNeverPutRight() {
        Listed person = season.person();
        season.accepted(person);
        Listed mistyped = person.numbered(CountySeason.broken(person.number()));

        UUID list = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, mistyped, mistyped.called("某他人"));

        assertThat(findings(list).get(2))
                .hasSize(2)
                .contains(RowProblem.of(
                        ProblemCode.NEARLY_KNOWN_NUMBER,
                        Column.ID_NUMBER,
                        "18",
                        person.number().substring(17),
                        "number-source.register"));
        assertThat(findings(list).get(3))
                .extracting(RowProblem::code)
                .containsExactly(ProblemCode.WRONG_CHECK_CHARACTER);
        assertThat(season.roster(list).rows().rejected()).isEqualTo(2);
    }

    @Test
    void whereverNumbersAreNearlyKnownFromTheyAreOneTask() {
        Listed onRecord = season.person();
        Listed certified = season.person();
        season.accepted(onRecord);
        Map<Listed, String> certificates = new LinkedHashMap<>();
        certificates.put(onRecord.numbered(CountySeason.broken(onRecord.number())), "");
        certificates.put(certified.numbered(CountySeason.broken(certified.number())), certified.number() + "42");

        UUID list = season.upload(
                Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, RosterWorkbook.households("残疾证号", certificates));

        season.clerkDoes(() -> assertThat(desk.problems(list))
                .containsExactly(
                        new ProblemGroup(ProblemCode.WRONG_CHECK_CHARACTER, 2),
                        new ProblemGroup(ProblemCode.NEARLY_KNOWN_NUMBER, 2)));
    }

    @Test
    void twoOfThatNameWhoseNumbersAreAsNearAreNoSuggestion() {
        Listed one = season.person().called("同名人");
        Listed other = season.person().called("同名人");
        season.accepted(one, other);
        // Differs from the number of each in one place
        String between = one.number().substring(0, 16)
                + other.number().charAt(16)
                + one.number().charAt(17);
        assertThat(one.number().substring(0, 16))
                .as("the test's own premise")
                .isEqualTo(other.number().substring(0, 16));

        UUID list = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, one.numbered(between));

        assertThat(findings(list).get(2))
                .extracting(RowProblem::code)
                .containsExactly(ProblemCode.WRONG_CHECK_CHARACTER);
    }

    @Test
    void aCertificateThatEndsBeforeTheYearBeginsIsExpired() {
        Map<Listed, String> certificates = new LinkedHashMap<>();
        certificates.put(season.person(), "2019-12-31");
        certificates.put(season.person(), "2031-12-31");
        certificates.put(season.person(), "长期");

        UUID list = season.upload(
                Department.CIVIL_AFFAIRS, RosterKind.FULL, RosterWorkbook.households("有效期至", certificates));

        assertThat(findings(list))
                .isEqualTo(Map.of(
                        2,
                        List.of(RowProblem.of(
                                ProblemCode.CERTIFICATE_EXPIRED, Column.CERTIFICATE_EXPIRES, "2019-12-31"))));
    }

    @Test
    void anIdentityThatCountsAtAnotherAgeIsSaidToByTheNotice() {

        UUID list = season.uploaded(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                season.born(LocalDate.of(1980, 5, 1)).as("低收入家庭对象"),
                season.born(LocalDate.of(1950, 5, 1)).as("低收入家庭对象"),
                season.born(LocalDate.of(1980, 5, 1)));

        assertThat(findings(list))
                .isEqualTo(Map.of(
                        2, List.of(RowProblem.of(ProblemCode.AGE_AGAINST_IDENTITY, Column.IDENTITY, "1980-05-01"))));
    }

    @Test
    void theDeadMayBeTakenOffTheListWithoutAWord() {
        Listed dead = season.person();
        season.accepted(dead);
        season.accepted(
                Department.HEALTH, RosterKind.DEATHS, RosterWorkbook.deaths(Map.of(dead, LocalDate.of(2020, 7, 1))));

        assertThat(findings(season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.REMOVALS, dead)))
                .isEmpty();
    }

    private Map<Integer, List<RowProblem>> findings(UUID list) {
        Map<Integer, List<RowProblem>> found = new LinkedHashMap<>();
        season.rows(list, new RowFilter(null, true)).stream()
                .filter(row -> !row.problems().isEmpty())
                .forEach(row -> found.put(row.rowNumber(), row.problems()));
        return found;
    }
}
