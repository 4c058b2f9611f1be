package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhubao.division.Department;
import org.zhubao.roster.Change;
import org.zhubao.roster.Preview;
import org.zhubao.roster.Preview.TownshipChanges;
import org.zhubao.roster.PreviewLine;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.WhileHeld;

/** What accepting a list does to what the department said before: as previewed, and to nobody else. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
class ReceivedRostersTests {

    private static final Department FEDERATION = Department.DISABLED_FEDERATION;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private ReceivingRosters reception;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aCompleteListAddsChangesKeepsAndCancelsWhoeverIsMissing() {
        CountySeason season = counties.fresh(2021);
        Listed kept = disabled(season).called("钱不变");
        Listed changed = disabled(season).called("孙变更");
        Listed missing = disabled(season).called("李离开").in(CountySeason.WEST);
        Listed coming = disabled(season).called("周来到");
        season.accepted(FEDERATION, RosterKind.FULL, kept, changed, missing);

        UUID roster = season.submitted(FEDERATION, RosterKind.FULL, kept, changed.disabled("肢体", "四级"), coming);
        Preview preview = preview(season, roster);

        assertThat(preview.townships())
                .containsExactly(
                        new TownshipChanges(CountySeason.WEST, 0, 0, 1, 0),
                        new TownshipChanges(CountySeason.EAST, 1, 1, 0, 1));
        assertThat(preview.cancelledPercent()).isEqualTo(34);
        assertThat(preview.townships().get(0).isEmptied()).isTrue();
        assertThat(people(season, roster, Change.ADDED)).containsExactly("周来到");
        assertThat(people(season, roster, Change.CHANGED)).containsExactly("孙变更");
        assertThat(people(season, roster, Change.CANCELLED)).containsExactly("李离开");
        assertThat(people(season, roster, Change.UNCHANGED)).containsExactly("钱不变");

        season.accept(roster);

        assertThat(open(season, FEDERATION))
                .extracting(Open::name, Open::grade, Open::row)
                .containsExactlyInAnyOrder(tuple("钱不变", "3", 2), tuple("孙变更", "4", 3), tuple("周来到", "3", 4));
    }

    @Test
    void peopleWithoutATownshipStandUnderNoName() {
        CountySeason season = counties.fresh(2021);

        UUID roster =
                season.submitted(FEDERATION, RosterKind.FULL, disabled(season).in(""), disabled(season));

        assertThat(preview(season, roster).townships())
                .containsExactly(
                        new TownshipChanges("", 1, 0, 0, 0), new TownshipChanges(CountySeason.EAST, 1, 0, 0, 0));
    }

    @Test
    void aPreviewChangesNothing() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        UUID roster = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        List<Open> before = open(season, Department.CIVIL_AFFAIRS);

        preview(season, roster);

        assertThat(open(season, Department.CIVIL_AFFAIRS)).isEqualTo(before);
    }

    @Test
    void additionsCancelNobody() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person().called("钱一"), season.person().called("钱二"));

        season.accepted(
                Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person().called("钱三"));

        assertThat(names(season)).containsExactlyInAnyOrder("钱一", "钱二", "钱三");
    }

    @Test
    void removalsEndTheIdentityTheyNameAndNothingElse() {
        CountySeason season = counties.fresh(2021);
        Listed both = season.person().called("钱双重");
        Listed other = season.person().called("钱其他");
        season.accepted(both, both.as("困境儿童"), other);

        UUID roster = season.submitted(
                Department.CIVIL_AFFAIRS,
                RosterKind.REMOVALS,
                both.as("困境儿童"),
                season.person().called("钱无人"));

        assertThat(preview(season, roster))
                .extracting(Preview::added, Preview::cancelled)
                .containsExactly(0, 1);
        season.accept(roster);
        assertThat(open(season, Department.CIVIL_AFFAIRS))
                .extracting(Open::name, Open::identity)
                .containsExactlyInAnyOrder(
                        tuple("钱双重", "subsistence-allowance"), tuple("钱其他", "subsistence-allowance"));
    }

    @Test
    void aRemovalThatNamesNoIdentityEndsAllThatTheDepartmentSaidOfThePerson() {
        CountySeason season = counties.fresh(2021);
        Listed leaving = season.person().called("钱离开");
        season.accepted(leaving, leaving.as("困境儿童"), season.person().called("钱留下"));

        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.REMOVALS, leaving.as(""));

        assertThat(names(season)).containsExactly("钱留下");
    }

    @Test
    void aListOfStudentsIsComplete() {
        CountySeason season = counties.fresh(2021);
        season.accepted(
                Department.EDUCATION,
                RosterKind.STUDENTS,
                season.person().called("钱毕业").as(""),
                season.person().called("钱在读").as(""));
        Listed stays = season.person().called("钱新生").as("");

        season.accepted(Department.EDUCATION, RosterKind.STUDENTS, stays);

        assertThat(open(season, Department.EDUCATION))
                .extracting(Open::name, Open::identity)
                .containsExactly(tuple("钱新生", "student"));
    }

    @Test
    void whoeverStandsInARejectedRowIsNotCancelled() {
        CountySeason season = counties.fresh(2021);
        Listed unknownIdentity = season.person().called("钱口径");
        Listed brokenNumber = season.person().called("孙号码");
        Listed oldNumber = season.person().called("李旧号");
        Listed missing = season.person().called("周离开");
        season.accepted(unknownIdentity, brokenNumber, oldNumber, missing);

        UUID roster = season.submitted(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                unknownIdentity.as("待定"),
                brokenNumber.numbered(CountySeason.broken(brokenNumber.number())),
                oldNumber.numbered(
                        oldNumber.number().substring(0, 6) + oldNumber.number().substring(8, 17)));

        assertThat(people(season, roster, Change.CANCELLED)).containsExactly("周离开");
        season.accept(roster);
        assertThat(names(season)).containsExactlyInAnyOrder("钱口径", "孙号码", "李旧号");
    }

    @Test
    void anotherDepartmentsWordIsNotTouched() {
        CountySeason season = counties.fresh(2021);
        Listed both = season.person();
        season.accepted(both);
        season.accepted(FEDERATION, RosterKind.FULL, both.as("一般残疾人"), disabled(season));

        season.accepted(season.person());

        assertThat(open(season, FEDERATION)).hasSize(2);
        assertThat(open(season, Department.CIVIL_AFFAIRS)).hasSize(1);
    }

    @Test
    void whoeverHasMovedIsSeenByTheNewTownshipInAllThatIsClaimed() {
        CountySeason season = counties.fresh(2021);
        Listed moved = disabled(season);
        season.accepted(FEDERATION, RosterKind.FULL, moved, disabled(season));

        season.accepted(moved.as("低保").in(CountySeason.WEST), season.person());

        assertThat(season.owner()
                        .sql("select township from identity_claim where county = ? order by department, row_number")
                        .param(season.code())
                        .query(String.class)
                        .list())
                .extracting(township -> township.substring(season.code().length()))
                .containsExactly("002", "001", "002", "001");
    }

    @Test
    void aListOfAnotherCountyOrYearIsNotTouched() {
        CountySeason season = counties.fresh(2021);
        CountySeason nextYear = counties.at(season.county(), 2025);
        CountySeason neighbour = counties.fresh(2021);
        season.accepted(season.person());
        nextYear.accepted(season.person());
        neighbour.accepted(neighbour.person());

        season.accepted(season.person(), season.person());

        assertThat(open(season, Department.CIVIL_AFFAIRS)).hasSize(2);
        assertThat(open(nextYear, Department.CIVIL_AFFAIRS)).hasSize(1);
        assertThat(open(neighbour, Department.CIVIL_AFFAIRS)).hasSize(1);
    }

    @Test
    void whomTwoCountiesOfACityListForTheFirstTimeAtOnceIsRegisteredOnce() {
        CountySeason season = counties.fresh(2021);
        CountySeason neighbour = counties.fresh(2021);
        Listed moved = season.person();
        UUID here = season.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, moved, season.person());
        UUID there = neighbour.submitted(Department.CIVIL_AFFAIRS, RosterKind.FULL, neighbour.person(), moved);

        new WhileHeld(season, transactions)
                .answer(
                        () -> season.accept(here),
                        () -> {
                            neighbour.accept(there);
                            return "done";
                        },
                        1);

        assertThat(open(season, Department.CIVIL_AFFAIRS)).hasSize(2);
        assertThat(open(neighbour, Department.CIVIL_AFFAIRS)).hasSize(2);
        assertThat(season.owner()
                        .sql("select count(distinct person_id) from identity_claim where batch_id in (?, ?)")
                        .params(here, there)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    /** A claim that counts, and the row it stands in. */
    private record Open(String name, String identity, String grade, int row) {}

    private static List<Open> open(CountySeason season, Department department) {
        return season.owner()
                .sql(
                        """
                        select p.name, c.identity, c.attributes ->> 'grade' as grade, c.row_number as row
                        from identity_claim c join person p on p.region = c.region and p.id = c.person_id
                        where c.county = ? and c.benefit_year = ? and c.department = ? and c.known_to is null
                        order by c.known_from, c.row_number
                        """)
                .params(season.code(), season.year(), department.code())
                .query(Open.class)
                .list();
    }

    private static Listed disabled(CountySeason season) {
        return season.person().as("一般残疾人").disabled("肢体", "三级");
    }

    private Preview preview(CountySeason season, UUID roster) {
        return season.clerk(() -> reception.preview(roster));
    }

    private List<String> people(CountySeason season, UUID roster, Change change) {
        return season.clerk(() -> reception.people(roster, change, 10)).stream()
                .map(PreviewLine::name)
                .toList();
    }

    private static List<String> names(CountySeason season) {
        return open(season, Department.CIVIL_AFFAIRS).stream()
                .map(Open::name)
                .distinct()
                .toList();
    }
}
