package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.DecisionCard.Alternative;
import org.zhubao.determination.DecisionCard.Change;
import org.zhubao.determination.DecisionCard.FundShare;
import org.zhubao.determination.DecisionCard.Lost;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.policy.Citation;
import org.zhubao.register.Claim;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.Delivery;
import org.zhubao.rules.Outcome;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** The card tells where each identity stands written, what won and by which clause, and what would change it. */
@DatabaseTest
class DecisionCardsTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private DecisionCards cards;

    @Autowired
    private People people;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    @Test
    void povertyPrevailsThoughItPaysLessAndTheCardSaysByWhichClause() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(season.person(), person.as("特困人员"));
        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, person.as("建档立卡"));

        DecisionCard card = card(season, season.run(), person).orElseThrow();

        assertThat(card.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(card.subsidyFen()).isEqualTo(27_500);
        assertThat(card.subsidyFen() + card.payableFen()).isEqualTo(card.premiumFen());
        assertThat(card.shares()).containsExactly(new FundShare("扶贫资金", 27_500, 100));
        assertThat(card.claims())
                .extracting(Claim::department, Claim::fileName, Claim::rowNumber)
                .containsExactlyInAnyOrder(
                        tuple("civil-affairs", "civil-affairs.xlsx", 3), tuple("poverty", "poverty.xlsx", 2));
        Lost lost = card.lost().get(0);
        assertThat(lost.identity()).isEqualTo("城乡特困供养人员");
        assertThat(lost.by()).isEqualTo("建档立卡贫困人员");
        assertThat(lost.subsidyFen()).isEqualTo(45_500);
        assertThat(lost.basis()).extracting(Citation::words).anyMatch(words -> words.contains("按建档立卡贫困人员资助参保"));
        assertThat(card.alternatives())
                .contains(new Alternative(
                        Change.IDENTITY_LOST,
                        "建档立卡贫困人员",
                        "",
                        "",
                        null,
                        Outcome.GRANTED,
                        45_500,
                        List.of(new FundShare("民政资金", 45_500, 100))));
    }

    @Test
    void aCardKeepsToWhatTheRunKnew() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person);
        Run run = season.run();
        Instant usual = clock.instant();
        try {
            clock.set(usual.plusSeconds(1));
            season.accepted(season.person(), person.as("特困人员"));
        } finally {
            clock.set(usual);
        }

        assertThat(card(season, run, person).orElseThrow().claims())
                .extracting(Claim::identity, Claim::rowNumber)
                .containsExactly(tuple("subsistence-allowance", 2));
    }

    @Test
    void somebodyRefusedSeesTheReasonAndWhatWouldEarnSomething() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person().as("低收入家庭");
        season.accepted(person);

        DecisionCard card = card(season, season.run(), person).orElseThrow();

        assertThat(card.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(card.reason()).isEqualTo(201);
        assertThat(card.paid()).isEmpty();
        assertThat(card.payableFen()).isEqualTo(card.premiumFen()).isPositive();
        assertThat(card.alternatives()).isNotEmpty().allSatisfy(alternative -> assertThat(alternative.subsidyFen())
                .isPositive());
    }

    @Test
    void theNearestFactThatGivesAnotherAmountAndTheLastDayForAnotherIdentityAreNamed() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person);

        DecisionCard card = card(season, season.run(), person).orElseThrow();

        assertThat(card.delivery()).isEqualTo(Delivery.NET_AT_COLLECTION);
        assertThat(card.alternatives())
                .extracting(Alternative::change, Alternative::name, Alternative::value, Alternative::subsidyFen)
                .contains(
                        tuple(Change.FACT, "在校学生", "yes", 30_500L),
                        tuple(Change.FACT, "异地参保", "yes", 0L),
                        tuple(Change.IDENTITY_GAINED, "城乡特困供养人员", "", 45_500L));
        assertThat(card.alternatives())
                .filteredOn(alternative -> alternative.name().equals("城乡特困供养人员"))
                .extracting(Alternative::until)
                .containsExactly(LocalDate.of(2020, 8, 31));
    }

    @Test
    void aCardForReviewNamesWhatIsOpen() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.born(LocalDate.of(1998, 5, 1)).as("困境儿童");
        season.accepted(person);

        DecisionCard card = card(season, season.run(), person).orElseThrow();

        assertThat(card.outcome()).isEqualTo(Outcome.NEEDS_REVIEW);
        assertThat(card.delivery()).isNull();
        assertThat(card.open()).extracting(DecisionCard.Open::identity).containsExactly("困境儿童（含成年在读学生）");
    }

    @Test
    void nobodyOutsideTheScopeGetsACard() throws Exception {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person);
        Run run = season.run();
        UUID id = find(season, person).id();
        String address = "/determinations/" + run.id() + "/people/" + id;

        assertThat(answer(address, SignedIn.as(Role.CLERK, season.code()))).isEqualTo(200);
        assertThat(answer(address, SignedIn.as(Role.CLERK, "510422"))).isEqualTo(404);
        assertThat(answer(address, SignedIn.as(Role.TOWNSHIP_OFFICER, season.code() + "001")))
                .isEqualTo(403);
        assertThat(answer(
                        "/determinations/" + run.id() + "/people/" + UUID.randomUUID(),
                        SignedIn.as(Role.CLERK, season.code())))
                .isEqualTo(404);
    }

    @Test
    void theCardShowsNoWholeNumber() throws Exception {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person);
        Run run = season.run();

        String page = mvc.perform(get("/determinations/" + run.id() + "/people/"
                                + find(season, person).id())
                        .with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains(person.name(), "275.00").doesNotContain(person.number());
    }

    private int answer(String address, RequestPostProcessor user) throws Exception {
        return mvc.perform(get(address).with(user)).andReturn().getResponse().getStatus();
    }

    private Optional<DecisionCard> card(CountySeason season, Run run, Listed person) {
        UUID id = find(season, person).id();
        return season.clerk(() -> cards.card(run.id(), id, season.code(), new Scope(season.code())));
    }

    private Person find(CountySeason season, Listed person) {
        List<Person> found =
                season.clerk(() -> people.search(season.code(), new Scope(season.code()), person.number(), 1));
        return found.get(0);
    }
}
