package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** Finding people, and who is one and the same. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
class PeopleTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private People people;

    @Autowired
    private FindingPeople finding;

    @Test
    void aPartOfTheNameFindsHoweverItsDotsAreWritten() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person().called("扎西・次仁"), season.person().called("王小明"));

        assertThat(List.of("扎西·次仁", "扎西•次仁", "扎西．次仁", "扎西 次仁", "扎西●次仁", "扎西次仁", "西次", "仁"))
                .allSatisfy(
                        text -> assertThat(names(season, season.code(), text)).containsExactly("扎西・次仁"));
    }

    @Test
    void theLastFourCharactersAndTheWholeNumberFind() {
        CountySeason season = counties.fresh(2021);
        Listed wanted = endingWithX(season).called("钱找到");
        season.accepted(wanted, season.person().called("孙其他"));
        String lastFour = wanted.number().substring(14);

        assertThat(names(season, season.code(), lastFour)).containsExactly("钱找到");
        assertThat(names(season, season.code(), lastFour.toLowerCase())).containsExactly("钱找到");
        assertThat(names(season, season.code(), wanted.number())).containsExactly("钱找到");
        assertThat(names(season, season.code(), " " + wanted.number().toLowerCase() + " "))
                .containsExactly("钱找到");
        assertThat(List.of(fullWidth(lastFour), fullWidth(wanted.number())))
                .as("as a Chinese keyboard may write them")
                .allSatisfy(
                        text -> assertThat(names(season, season.code(), text)).containsExactly("钱找到"));
        assertThat(names(season, season.code(), wanted.number().substring(2, 14)))
                .isEmpty();
    }

    @Test
    void pinyinAndInitialsFindTheWholeNameOrItsEnd() {
        CountySeason season = counties.fresh(2021);
        season.accepted(
                season.person().called("曾小明"),
                season.person().called("赵晓敏"),
                season.person().called("孙大"));

        assertThat(List.of("zxm", "ZX", "zengxiao", "cengxiaoming", "xiaoming", "小明"))
                .allSatisfy(
                        text -> assertThat(names(season, season.code(), text)).contains("曾小明"));
        assertThat(names(season, season.code(), "zxm")).containsExactlyInAnyOrder("曾小明", "赵晓敏");
        assertThat(names(season, season.code(), "zhaoxm")).isEmpty();
        assertThat(names(season, season.code(), "dxm")).isEmpty();
    }

    @Test
    void moreThanOnePageIsTurned() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person(), season.person(), season.person());

        FoundPeople first = season.clerk(() -> finding.find(season.code(), new Scope(season.code()), "王", 1, 2));
        FoundPeople second = season.clerk(() -> finding.find(season.code(), new Scope(season.code()), "王", 2, 2));

        assertThat(first.paging().total()).isEqualTo(3);
        assertThat(first.people()).hasSize(2).doesNotContainAnyElementsOf(second.people());
        assertThat(second.people()).hasSize(1);
    }

    @Test
    void whatIsNoNameFindsNobody() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());

        assertThat(List.of("", " ", "%", "_", "\\", "'", "%' or 1=1 --"))
                .allSatisfy(
                        text -> assertThat(names(season, season.code(), text)).isEmpty());
    }

    @Test
    void aTownshipOfficerFindsThePeopleOfTheTownshipOnly() {
        CountySeason season = counties.fresh(2021);
        Listed west = season.person().called("王西边").in(CountySeason.WEST);
        Listed nowhere = season.person().called("王无镇").in("");
        season.accepted(season.person().called("王东边"), west, nowhere);
        String east = season.code() + "001";

        assertThat(names(season, east, "王")).containsExactly("王东边");
        assertThat(names(season, east, west.number())).isEmpty();
        assertThat(names(season, east, west.number().substring(14))).isEmpty();
        assertThat(people(season, season.code(), "王"))
                .hasSize(3)
                .filteredOn(person -> !person.township().equals(CountySeason.EAST))
                .allSatisfy(person -> assertThat(
                                season.clerk(() -> people.find(person.id(), season.code(), new Scope(east))))
                        .isEmpty());
    }

    @Test
    void nobodyOfAnotherCountyIsFound() {
        CountySeason season = counties.fresh(2021);
        CountySeason neighbour = counties.fresh(2021);
        Listed theirs = neighbour.person();
        neighbour.accepted(theirs);

        assertThat(names(season, season.code(), theirs.number())).isEmpty();
        assertThat(names(season, season.code(), theirs.name())).isEmpty();
    }

    @Test
    void whomTwoDepartmentsListIsOnePerson() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person);
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                person.as("一般残疾人").disabled("肢体", "三级"));

        assertThat(people(season, season.code(), person.number()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(season.clerk(() -> people.claims(found, 2021)))
                            .extracting(Claim::department)
                            .containsExactly("civil-affairs", "disabled");
                    assertThat(season.clerk(() -> people.recognised(season.code(), 2021)))
                            .isEqualTo(1);
                });
    }

    @Test
    void whomTwoCountiesOfACityListIsOnePersonThatBothFind() {
        CountySeason season = counties.fresh(2021);
        CountySeason neighbour = counties.fresh(2021);
        Listed person = season.person().called("赵两县");
        season.accepted(person);
        neighbour.accepted(person, neighbour.person());

        List<Person> here = people(season, season.code(), person.number());
        List<Person> there = people(neighbour, neighbour.code(), person.number());

        assertThat(here).hasSize(1).isEqualTo(there);
        assertThat(names(neighbour, neighbour.code(), person.name())).hasSize(1);
    }

    @Test
    void aTownshipOfficerFindsWhomAnotherCountyListedFirstForAsLongAsAListPutsThemThere() {
        CountySeason season = counties.fresh(2021);
        CountySeason neighbour = counties.fresh(2021);
        Listed person = season.person().called("赵两县");
        season.accepted(person);
        neighbour.accepted(person.in(CountySeason.WEST), neighbour.person());
        String east = neighbour.code() + "001";
        String west = neighbour.code() + "002";

        assertThat(foundByOfficer(neighbour, west, person.number())).hasSize(1);
        assertThat(foundByOfficer(neighbour, west, "zlx")).hasSize(1);
        assertThat(names(neighbour, east, person.number())).isEmpty();
        assertThat(foundByOfficer(neighbour, east, person.number())).isEmpty();
        Person found = foundByOfficer(neighbour, west, person.name()).get(0);
        assertThat(SignedIn.doing(
                        Role.TOWNSHIP_OFFICER, west, () -> people.find(found.id(), neighbour.code(), new Scope(west))))
                .contains(found);
        assertThat(SignedIn.doing(Role.TOWNSHIP_OFFICER, west, () -> people.recognised(neighbour.code(), 2021)))
                .isEqualTo(1);

        neighbour.accepted(neighbour.person());
        assertThat(foundByOfficer(neighbour, west, person.number())).isEmpty();
    }

    private List<Person> foundByOfficer(CountySeason season, String township, String text) {
        return SignedIn.doing(
                Role.TOWNSHIP_OFFICER, township, () -> people.search(season.code(), new Scope(township), text, 10));
    }

    @Test
    void whatOneCountyCancelsTheOtherKeeps() {
        CountySeason season = counties.fresh(2021);
        CountySeason neighbour = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person);
        neighbour.accepted(person);

        season.accepted(season.person());

        assertThat(neighbour.clerk(() -> people.recognised(neighbour.code(), 2021)))
                .isEqualTo(1);
    }

    private static String fullWidth(String text) {
        return text.chars()
                .mapToObj(character -> String.valueOf((char) (character + '０' - '0')))
                .collect(Collectors.joining());
    }

    private static Listed endingWithX(CountySeason season) {
        Listed person = season.person();
        while (!person.number().endsWith("X")) {
            person = season.person();
        }
        return person;
    }

    private List<String> names(CountySeason season, String scope, String text) {
        return people(season, scope, text).stream().map(Person::name).toList();
    }

    private List<Person> people(CountySeason season, String scope, String text) {
        return season.clerk(() -> people.search(season.code(), new Scope(scope), text, 10));
    }

    @Test
    void aTownshipsOfficerCountsThePeopleOfTheTownshipOnly() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person(), season.person(), season.person().in(CountySeason.WEST));

        assertThat(season.clerk(() -> people.recognised(season.code(), season.year())))
                .isEqualTo(3);
        assertThat(SignedIn.doing(
                        Role.TOWNSHIP_OFFICER,
                        season.code() + "002",
                        () -> people.recognised(season.code(), season.year())))
                .isEqualTo(1);
    }
}
