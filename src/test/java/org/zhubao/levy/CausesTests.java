package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** Each mismatch that the sample season does not hold, by its name, with what is due. Premium of tier 1: 305, subsidy 275. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class CausesTests {

    private static final LocalDate LISTED = LocalDate.of(2020, 8, 20);
    private static final LocalDate PUSHED = LocalDate.of(2020, 8, 27);
    private static final LocalDate RECONCILED = LocalDate.of(2021, 3, 1);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private Reconciliations reconciliations;

    @Autowired
    private ReconciliationSums sums;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LeviedSeason levied;

    private CountySeason season;

    @BeforeEach
    void aFreshCounty() {
        season = counties.fresh(2021);
        clock.set(LISTED);
    }

    @Test
    void whoeverIsRecognisedAfterPayingAndNeverMarkedWasRecognisedLate() {
        Listed marked = person("钱已标");
        Listed late = person("孙晚认");
        push(marked);
        season.accepted(marked, late);
        paid(PaymentSheet.payments().paid(marked, 275, 30, "2020-10-09").paid(late, 0, 305, "2020-10-09"));

        assertThat(found()).containsEntry("钱已标", "OK 0").containsEntry("孙晚认", "LATE_RECOGNITION 27500");
    }

    @Test
    void aTierOpenToThePersonIsExpectedWithItsOwnAmountsAndAnotherIsWrong() {
        Listed upgraded = person("钱升档");
        Listed mistaken = person("孙错档");
        push(upgraded, mistaken);
        paid(PaymentSheet.payments()
                .paid(upgraded, 275, 180, "2020-10-09", "二档")
                .paid(mistaken, 275, 500, "2020-10-09", "三档"));

        assertThat(found()).containsEntry("钱升档", "OK 0").containsEntry("孙错档", "WRONG_TIER 0");
    }

    @Test
    void aPaymentGivenBackIsNoPaymentAndOneOfTwoGivenBackIsOne() {
        Listed returned = person("钱退费");
        Listed corrected = person("孙更正");
        push(returned, corrected);
        paid(PaymentSheet.payments()
                .paid(returned, 275, 30, "2020-10-09")
                .paid(returned, -275, -30, "2020-10-12")
                .paid(corrected, 275, 30, "2020-10-09")
                .paid(corrected, 275, 30, "2020-10-10")
                .paid(corrected, -275, -30, "2020-10-12"));

        assertThat(found()).containsEntry("钱退费", "NOT_ENROLLED 0").containsEntry("孙更正", "OK 0");
    }

    @Test
    void whoeverGotBackAPartHasPaidAndWhoeverGotBackMoreThanTheyPaidHasNot() {
        Listed part = person("钱退差");
        Listed much = person("孙多退");
        push(part, much);
        paid(PaymentSheet.payments()
                .paid(part, 275, 30, "2020-10-09")
                .paid(part, 0, -5, "2020-10-12")
                .paid(much, 275, 30, "2020-10-09")
                .paid(much, -275, -30, "2020-10-12")
                .paid(much, -275, -30, "2020-10-13"));

        assertThat(found()).containsEntry("钱退差", "WRONG_AMOUNT 0").containsEntry("孙多退", "GIVEN_BACK_TOO_MUCH 0");
    }

    @Test
    void whoeverIsMarkedAndNoLongerRecognisedIsForAPersonToDecide() {
        Listed stays = person("钱留下");
        Listed leaves = person("孙离开");
        Listed unpaid = person("李未缴");
        push(stays, leaves, unpaid);
        season.accepted(stays);
        paid(PaymentSheet.payments().paid(stays, 275, 30, "2020-10-09").paid(leaves, 275, 30, "2020-10-09"));

        assertThat(found())
                .containsEntry("钱留下", "OK 0")
                .containsEntry("孙离开", "NO_LONGER_RECOGNISED 0")
                .containsEntry("李未缴", "NO_LONGER_RECOGNISED 0");
    }

    @Test
    void everyDepartmentThatHasToActGetsALetterOfItsOwn() {
        Listed poor = person("孙扶贫").as("边缘户");
        season.accepted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.FULL,
                poor,
                person("周扶贫").as("边缘户"));
        Listed stays = person("钱留下");
        push(stays, person("李离开"));
        season.accepted(stays);
        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, poor);
        found();

        assertThat(season.clerk(() -> sums.causes(
                        reconciliations.newest(season.code(), season.year()).orElseThrow())))
                .filteredOn(sum -> sum.cause() == Cause.NO_LONGER_RECOGNISED)
                .singleElement()
                .extracting(ReconciliationSums.CauseSum::owners)
                .isEqualTo(List.of("civil-affairs", "poverty"));
    }

    @Test
    void theStateOfEnrolmentSaysWhySomebodyHasNotPaid() {
        Listed employee = person("钱职工");
        Listed serving = person("孙服役");
        Listed abroad = person("李出国");
        Listed declined = person("周自愿");
        Listed elsewhere = person("吴异地");
        push(employee, serving, abroad, declined, elsewhere);
        levied.insured(
                season,
                PaymentSheet.statuses()
                        .insured(employee, "职工医保", "本地", "在职参保")
                        .insured(serving, "", "", "服兵役")
                        .insured(abroad, "", "", "出国")
                        .insured(declined, "", "", "自愿放弃")
                        .insured(elsewhere, "居民医保", "某某区", "正常参保"));

        assertThat(found())
                .containsEntry("钱职工", "EMPLOYEE 0")
                .containsEntry("孙服役", "SERVING 0")
                .containsEntry("李出国", "ABROAD 0")
                .containsEntry("周自愿", "DECLINED 0")
                .containsEntry("吴异地", "ELSEWHERE 0");
    }

    @Test
    void whomTheListOfEnrolmentCallsDeadBeforeTheCoverIsChargedToNobodyAndWhomItCallsDeadLaterIsAQuestion() {
        Listed early = person("钱早逝");
        Listed late = person("孙晚逝");
        Listed insured = person("李正常");
        push(early, late, insured);
        paid(PaymentSheet.payments().paid(early, 275, 30, "2020-10-09").paid(late, 275, 30, "2020-10-09"));
        clock.set(LocalDate.of(2020, 12, 28));
        levied.insured(
                season,
                PaymentSheet.statuses().insured(early, "居民医保", "本地", "死亡").insured(insured, "居民医保", "本地", "正常参保"));
        clock.set(LocalDate.of(2021, 2, 1));
        levied.insured(season, PaymentSheet.statuses().insured(late, "居民医保", "本地", "死亡"));

        assertThat(found())
                .containsEntry("钱早逝", "DEAD_BEFORE_COVER -27500")
                .containsEntry("孙晚逝", "DEATH_WITHOUT_DATE 0")
                .containsEntry("李正常", "NOT_ENROLLED 0");
    }

    @Test
    void whoeverIsDeadAndHasNotPaidIsCalledDeadBeforeTheCoverOnlyWhereSomebodySaysSo() {
        Listed told = person("钱早报");
        Listed unknown = person("孙不详");
        Listed dated = person("李有期");
        push(told, unknown, dated);
        clock.set(LocalDate.of(2020, 12, 28));
        levied.insured(season, PaymentSheet.statuses().insured(told, "居民医保", "本地", "死亡"));
        clock.set(LocalDate.of(2021, 2, 1));
        levied.insured(season, PaymentSheet.statuses().insured(unknown, "居民医保", "本地", "死亡"));
        season.died(Department.CIVIL_AFFAIRS, Map.of(dated, LocalDate.of(2021, 1, 15)));

        assertThat(found())
                .containsEntry("钱早报", "DEAD_BEFORE_COVER 0")
                .containsEntry("孙不详", "DEAD_UNPAID 0")
                .containsEntry("李有期", "DEAD_UNPAID 0");
        assertThat(Cause.DEAD_UNPAID.owner()).isEqualTo(Cause.Owner.DEPARTMENT);

        season.died(Department.CIVIL_AFFAIRS, Map.of(unknown, LocalDate.of(2020, 12, 30)));

        assertThat(found()).containsEntry("孙不详", "DEAD_BEFORE_COVER 0");
    }

    @Test
    void whoeverPaysInTwoCountiesIsPaidByTheOneThatListedThemFirst() {
        Listed both = person("钱两地");
        push(both);
        paid(PaymentSheet.payments().paid(both, 275, 30, "2020-10-09"));
        CountySeason first = season;
        season = counties.fresh(2021);
        clock.set(LISTED.plusDays(1));
        push(both);
        paid(PaymentSheet.payments().paid(both, 275, 30, "2020-11-09"));

        assertThat(found()).containsEntry("钱两地", "COUNTED_TWICE -27500");
        season = first;
        assertThat(found()).containsEntry("钱两地", "OK 0");
    }

    @Test
    void somebodyWhoOnlyPaidAndWasNotSubsidisedIsNobodysBusiness() {
        push(person("钱困难"));
        paid(PaymentSheet.payments()
                .paid(person("孙居民"), 0, 305, "2020-10-09")
                .paid(person("李冒领"), 275, 30, "2020-10-09"));

        assertThat(found()).containsEntry("李冒领", "NOT_MARKED -27500").doesNotContainKey("孙居民");
    }

    @Test
    void thePageSaysThatDepartmentsFundsAndTownshipsComeToTheSameAndThatTheyDoNot() throws Exception {
        Listed one = person("钱一致");
        push(one);
        paid(PaymentSheet.payments().paid(one, 275, 30, "2020-10-09"));
        clock.set(RECONCILED);
        Reconciliation reconciliation = levied.reconcile(season);
        assertThat(page(reconciliation)).contains("合计一致：275.00 元").doesNotContain("合计不一致");

        season.owner()
                .sql("update reconciliation_share set amount_fen = amount_fen - 1 where reconciliation_id = ?")
                .param(reconciliation.id())
                .update();

        assertThat(page(reconciliation)).contains("合计不一致").doesNotContain("合计一致");
    }

    private String page(Reconciliation reconciliation) throws Exception {
        return mvc.perform(
                        get("/tax/reconciliations/" + reconciliation.id()).with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void withoutARunThereIsNothingToCompare() {
        assertThat(catchThrowableOfType(
                        Refusal.class,
                        () -> season.clerk(() -> reconciling.reconcile(season.county(), season.year(), "clerk"))))
                .extracting(Refusal::code)
                .isEqualTo("levy.no-run");
    }

    private Listed person(String name) {
        return season.person().called(name);
    }

    private void push(Listed... people) {
        season.accepted(people);
        clock.set(PUSHED);
        levied.push(season);
    }

    private void paid(PaymentSheet sheet) {
        levied.paid(season, sheet);
    }

    private Map<String, String> found() {
        clock.set(RECONCILED);
        return levied.found(season);
    }
}
