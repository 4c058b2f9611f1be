package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.register.PersonEvent.Kind;
import org.zhubao.roster.Change;
import org.zhubao.roster.Preview;
import org.zhubao.roster.PreviewLine;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterReceptions;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.RosterWorkbook;

/** Deaths and moves: told by any department, shown with their source, and taken back with the list. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
class PersonEventsTests {

    private static final LocalDate NOVEMBER = LocalDate.of(2024, 11, 5);
    private static final LocalDate DECEMBER = LocalDate.of(2024, 12, 2);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private RosterReceptions receptions;

    @Autowired
    private PersonEvents events;

    @Autowired
    private People people;

    @Autowired
    private OnRecord onRecord;

    @Autowired
    private MockMvc mvc;

    @Test
    void aDeathStandsOnThePersonsPageWithTheDayAndTheRow() throws Exception {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person();
        season.accepted(person);

        UUID list = season.died(Department.DISABLED_FEDERATION, Map.of(person, DECEMBER));

        Person found = onRecord.found(season, person);
        assertThat(told(season, person)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.DEATH);
            assertThat(event.happenedOn()).isEqualTo(DECEMBER);
            assertThat(event.rosterId()).isEqualTo(list);
            assertThat(event.rowNumber()).isEqualTo(2);
            assertThat(event.knownTo()).isNull();
        });
        assertThat(mvc.perform(get("/people/" + found.id())
                                .with(SignedIn.as(Role.CLERK, season.code()))
                                .param("lang", "en"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("2024-12-02", "disabled.xlsx");
    }

    @Test
    void aMoveNamesTheCounty() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person();
        season.accepted(person);

        moves(season, Map.of(person, NOVEMBER), "盐边县");

        assertThat(told(season, person))
                .extracting(PersonEvent::kind, PersonEvent::happenedOn, PersonEvent::movedTo)
                .containsExactly(tuple(Kind.MOVE, NOVEMBER, "盐边县"));
        Person found = onRecord.found(season, person);
        assertThat(season.clerk(() -> people.claims(found, 2025)))
                .as("a move ends no identity")
                .hasSize(1);
    }

    @Test
    void whoeverListsADeathThePersonIsDeadOnce() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person();
        season.accepted(person);
        season.died(Department.DISABLED_FEDERATION, Map.of(person, DECEMBER));

        UUID second = submitted(season, Department.HEALTH, Map.of(person, DECEMBER));

        assertThat(preview(season, second))
                .extracting(Preview::added, Preview::unchanged)
                .containsExactly(0, 1);
        season.accept(second);
        assertThat(told(season, person)).hasSize(1);
    }

    @Test
    void anotherDayTakesThePlaceOfTheFirst() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person().called("钱更正");
        season.accepted(person);
        season.died(Department.DISABLED_FEDERATION, Map.of(person, DECEMBER));

        UUID second = submitted(season, Department.HEALTH, Map.of(person, NOVEMBER));

        assertThat(season.clerk(() -> receptions.of(RosterKind.DEATHS).people(second, Change.CHANGED, 10)))
                .extracting(PreviewLine::name, PreviewLine::identity)
                .containsExactly(tuple("钱更正", "2024-11-05"));
        season.accept(second);
        assertThat(told(season, person))
                .extracting(PersonEvent::happenedOn, event -> event.knownTo() == null)
                .containsExactly(tuple(NOVEMBER, true), tuple(DECEMBER, false));
    }

    @Test
    void aListThatIsTakenBackLeavesWhatWasKnownBefore() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person();
        Listed other = season.person();
        season.accepted(person, other);
        season.died(Department.DISABLED_FEDERATION, Map.of(person, DECEMBER));
        UUID mistaken = season.died(Department.HEALTH, Map.of(person, NOVEMBER, other, NOVEMBER));

        season.withdraw(mistaken);

        assertThat(open(season, person)).extracting(PersonEvent::happenedOn).containsExactly(DECEMBER);
        assertThat(open(season, other)).isEmpty();
        assertThat(told(season, other)).as("what was known stays known").hasSize(1);
    }

    @Test
    void aDeathOfSomebodyNobodyListedYetIsRememberedForWhoeverListsThemLater() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person();
        season.died(Department.HEALTH, Map.of(person, NOVEMBER));

        season.accepted(person);

        assertThat(open(season, person)).extracting(PersonEvent::happenedOn).containsExactly(NOVEMBER);
    }

    @Test
    void theCountyThatListsThePersonLearnsOfADeathThatANeighbourTells() {
        CountySeason season = counties.fresh(2025);
        CountySeason neighbour = counties.fresh(2025);
        Listed person = season.person();
        season.accepted(person);

        neighbour.died(Department.HEALTH, Map.of(person, NOVEMBER));

        assertThat(told(season, person)).singleElement().satisfies(event -> {
            assertThat(event.happenedOn()).isEqualTo(NOVEMBER);
            assertThat(event.fileName()).as("whose file it was stays theirs").isEmpty();
        });
    }

    private void moves(CountySeason season, Map<Listed, LocalDate> moved, String to) {
        season.accepted(Department.DISABLED_FEDERATION, RosterKind.MOVES, RosterWorkbook.moves(moved, to));
    }

    private UUID submitted(CountySeason season, Department department, Map<Listed, LocalDate> dead) {
        UUID id = season.upload(department, RosterKind.DEATHS, RosterWorkbook.deaths(dead));
        season.submit(id);
        return id;
    }

    private Preview preview(CountySeason season, UUID roster) {
        return season.clerk(() -> receptions.of(RosterKind.DEATHS).preview(roster));
    }

    private List<PersonEvent> open(CountySeason season, Listed person) {
        return told(season, person).stream()
                .filter(event -> event.knownTo() == null)
                .toList();
    }

    private List<PersonEvent> told(CountySeason season, Listed person) {
        Person found = onRecord.found(season, person);
        return season.clerk(() -> events.of(found));
    }
}
