package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.DecisionCard;
import org.zhubao.determination.StatedFact;
import org.zhubao.division.Department;
import org.zhubao.review.ReviewDesk.Line;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.Outcome;
import org.zhubao.support.CountyPolicies;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;

/** A day that nobody knows is stated by two persons, and the rules decide by it. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class StatedDayTests {

    private static final String POOR = "    wordings: [建档立卡贫困人员, 建档立卡贫困户, 建档立卡贫困人口, 建档立卡, 建档立卡户]\n";
    private static final LocalDate OCTOBER = LocalDate.of(2020, 10, 1);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private CountyPolicies policies;

    @Autowired
    private Consequences consequences;

    @Autowired
    private MockMvc mvc;

    private Reviewed review;

    @Autowired
    void office(AutowireCapableBeanFactory beans) {
        review = beans.createBean(Reviewed.class);
    }

    @Test
    void theDayOfPaymentIsStatedOnTheScreenAndComparedWithThatOfRecognition() throws Exception {
        CountySeason season = whoMustBeRecognisedWhenPaying();
        Listed poor = poor(season).recognised(OCTOBER);
        accepted(season, poor);
        Line line = onlyLine(season);
        assertThat(days(season, line)).containsExactly("paid-on");
        assertThat(review.card(season, poor).open())
                .extracting(DecisionCard.Open::what)
                .containsExactly("缴费日期");

        var clerk = SignedIn.as(Role.CLERK, season.code());
        mvc.perform(get("/review/items/" + line.item()).with(clerk))
                .andExpect(content().string(containsString("人工认定：“缴费日期”为")))
                .andExpect(content().string(containsString("value=\"overridden:paid-on=\"")));
        mvc.perform(multipart("/review/decisions")
                        .param("item", line.item().toString())
                        .param("persons", "1")
                        .param("act", "overridden:paid-on=")
                        .param("day", "2020-10-01")
                        .param("reason", "receipt seen")
                        .param("document", "receipt 12")
                        .with(clerk)
                        .with(csrf()))
                .andExpect(redirectedUrl("/review"));
        review.approve(season, proposal(season));
        review.run(season);

        assertThat(review.card(season, poor).subsidyFen()).isEqualTo(27_500);
        assertThat(review.groups(season)).isEmpty();
    }

    @Test
    void whoPaidTheDayBeforeIsRefusedByTheRulesOnceThatIsStated() {
        CountySeason season = whoMustBeRecognisedWhenPaying();
        Listed poor = poor(season).recognised(OCTOBER);
        accepted(season, poor);
        review.run(season);

        state(season, poor, "paid-on", OCTOBER.minusDays(1));

        assertThat(review.card(season, poor).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(review.card(season, poor).reason()).isEqualTo(203);
    }

    @Test
    void whereThePaymentIsKnownTheDayOfRecognitionIsAskedFor() {
        CountySeason season = whoMustBeRecognisedWhenPaying();
        Listed poor = poor(season);
        accepted(season, poor);
        season.accepted(
                Department.TAX,
                RosterKind.PAYMENTS,
                RosterWorkbook.of(
                        List.of("姓名", "身份证号码", "代缴金额", "个人缴费金额", "缴费总额", "缴费日期", "参保档次"),
                        List.of(List.of(poor.name(), poor.number(), "0", "305", "305", "2020-10-01", "一档"))));
        Line line = onlyLine(season);
        assertThat(days(season, line)).containsExactly("registered-poor.recognised-on");

        state(season, poor, "registered-poor.recognised-on", OCTOBER);

        assertThat(review.card(season, poor).subsidyFen()).isEqualTo(27_500);
    }

    @Test
    void aDayThatOnlyTheNoticeLooksAtIsStatedByTwo() {
        CountySeason season = counties.fresh(2021);
        policies.inForce(season, text -> text.replace("facts:\n", "facts:\n  enrolled-on: {name: 登记日期, values: date}\n")
                .replace(POOR, POOR + "    meets: {fact: {enrolled-on: {to: 2020-12-31}}}\n"));
        Listed poor = poor(season);
        accepted(season, poor);
        assertThat(days(season, onlyLine(season))).containsExactly("enrolled-on");

        state(season, poor, "enrolled-on", LocalDate.of(2020, 12, 31));

        assertThat(review.card(season, poor).subsidyFen()).isEqualTo(27_500);
    }

    @Test
    void aDayWhoseAbsenceHasAMeaningIsNotStated() {
        CountySeason season = counties.fresh(2025);
        Listed disabled = season.person().as("残疾人").disabled("肢体", "三级");
        season.accepted(Department.DISABLED_FEDERATION, RosterKind.FULL, disabled);
        review.run(season);

        for (String fact : List.of("paid-on", "disabled.recognised-on")) {
            assertThatThrownBy(() -> review.propose(season, disabled, new StatedFact(fact, "2024-09-01")))
                    .as(fact)
                    .hasMessage("review.no-such-verdict");
        }
    }

    private CountySeason whoMustBeRecognisedWhenPaying() {
        CountySeason season = counties.fresh(2021);
        policies.inForce(season, text -> text.replace("facts:\n", "facts:\n  paid-on: {name: 缴费日期, values: date}\n")
                .replace(POOR, POOR + "    recognised: {by: paid-on}\n"));
        return season;
    }

    private static Listed poor(CountySeason season) {
        return season.person().as("建档立卡");
    }

    private static void accepted(CountySeason season, Listed listed) {
        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, listed);
    }

    private Line onlyLine(CountySeason season) {
        review.run(season);
        assertThat(review.lines(season, ItemKind.FACT_UNKNOWN)).hasSize(1);
        return review.lines(season, ItemKind.FACT_UNKNOWN).get(0);
    }

    private List<String> days(CountySeason season, Line line) {
        return season.clerk(() -> consequences.preview(season.place(), Selection.item(line.item()))).days().stream()
                .map(Consequences.UnknownDay::fact)
                .toList();
    }

    private void state(CountySeason season, Listed person, String fact, LocalDate day) {
        review.approve(season, review.propose(season, person, new StatedFact(fact, day.toString())));
        review.run(season);
    }

    private static UUID proposal(CountySeason season) {
        return season.owner()
                .sql("select proposal_id from override where county = ?")
                .param(season.code())
                .query(UUID.class)
                .single();
    }
}
