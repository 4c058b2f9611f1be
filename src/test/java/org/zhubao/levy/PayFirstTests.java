package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.zhubao.division.Divisions;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.Delivery;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SettableClock;

/** Subsidies reach people as the notices of Shiquan and Shangri-La say. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class PayFirstTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Divisions divisions;

    @Autowired
    private DeliveryLists deliveries;

    @Autowired
    private ReconciliationSums sums;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LeviedSeason levied;

    @Test
    void inShiquanMostPayAllAndAreReimbursedAndOfTheDestituteTheDepartmentPaysTheList() {
        CountySeason season = at("610922");
        String allowance = number("610922", 1);
        String destitute = number("610922", 2);
        accepted(season, Department.CIVIL_AFFAIRS, "钱低保," + allowance + ",低保,农村", "孙特困," + destitute + ",特困,农村");
        levied.push(season);

        List<DeliveryLists.Sum> sums = season.clerk(() -> deliveries.sums(season.county(), season.year()));
        assertThat(sums)
                .containsExactly(
                        new DeliveryLists.Sum(Delivery.PAID_BY_DEPARTMENT, "civil-affairs", 1, 28000),
                        new DeliveryLists.Sum(Delivery.REIMBURSED, "civil-affairs", 1, 12000));
        assertThat(collected(season, Delivery.REIMBURSED)).containsExactly(28000L);
        assertThat(collected(season, Delivery.PAID_BY_DEPARTMENT)).containsExactly(0L);

        payments(season, "钱低保," + allowance + ",0,280,2020-10-09", "孙特困," + destitute + ",280,280,2020-10-09");
        assertThat(levied.found(season)).isEqualTo(Map.of("钱低保", "TO_REIMBURSE 12000", "孙特困", "OK 0"));
    }

    /** They are on no list: the row of the payment says what they are, as long as the list holds. */
    @Test
    void inShangriLaFamiliesOfFamilyPlanningPayLikeEverybodyRuralAndEverybodysSubsidyIsBorneToo() throws Exception {
        CountySeason season = at("533401");
        accepted(season, Department.HEALTH, "钱计生," + number("533401", 1) + ",双女绝育夫妻,农村");
        levied.push(season);

        assertThat(season.clerk(() -> deliveries.sums(season.county(), season.year())))
                .containsExactly(new DeliveryLists.Sum(Delivery.CLEARED_AFTERWARDS, "health", 1, 7000));
        assertThat(collected(season, Delivery.CLEARED_AFTERWARDS, "health")).containsExactly(21000L);

        clock.set(LocalDate.of(2020, 11, 3));
        UUID list = payments(
                season,
                "孙农村," + number("533401", 2) + ",70,280,2020-11-02",
                "李冒领," + number("533401", 3) + ",120,280,2020-11-02");
        Reconciliation early = levied.reconcileByTheLastRun(season);
        assertThat(levied.found(season, early)).containsEntry("孙农村", "NOT_MARKED -7000");
        assertThat(page(season, early)).as("it says what to do first").contains("有 1 人", "请先核定", "/determinations");

        asBeforePaymentsStatedAnything(season, list);
        Reconciliation again = levied.reconcileByTheLastRun(season);
        assertThat(season.clerk(() -> sums.newToTheRun(again)))
                .as("reconciling enters whom an older list tells of")
                .isEqualTo(1);

        assertThat(levied.found(season))
                .isEqualTo(Map.of("钱计生", "NOT_ENROLLED 0", "孙农村", "UNIVERSAL 0", "李冒领", "NOT_MARKED -12000"));
        assertThat(page(season, levied.reconcileByTheLastRun(season))).doesNotContain("请先核定");
        assertThat(pushed(season)).as("the tax bureau needs no mark for it").isEqualTo("levy.nothing-to-push");

        season.withdraw(list);
        assertThat(levied.found(season)).isEqualTo(Map.of("钱计生", "NOT_ENROLLED 0"));
    }

    /** The notice may come to say after a list was accepted that payments state who is rural. */
    private static void asBeforePaymentsStatedAnything(CountySeason season, UUID list) {
        assertThat(season.owner()
                        .sql("delete from identity_claim where batch_id = ?")
                        .param(list)
                        .update())
                .isEqualTo(1);
    }

    private String page(CountySeason season, Reconciliation reconciliation) throws Exception {
        return mvc.perform(
                        get("/tax/reconciliations/" + reconciliation.id()).with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** Of who has become known since. */
    private String pushed(CountySeason season) {
        return catchThrowableOfType(Refusal.class, () -> levied.pushAgain(season))
                .code();
    }

    private CountySeason at(String county) {
        clock.set(LocalDate.of(2020, 8, 20));
        return counties.at(divisions.find(county).orElseThrow(), 2021);
    }

    private static String number(String county, int sequence) {
        String digits = county + "19700101" + "%03d".formatted(sequence);
        return digits + IdNumber.checkCharacter(digits);
    }

    private static void accepted(CountySeason season, Department department, String... rows) {
        take(season, department, RosterKind.FULL, PaymentSheet.of("姓名,身份证号,人员类别,户籍性质", rows));
    }

    private static UUID payments(CountySeason season, String... rows) {
        return take(season, Department.TAX, RosterKind.PAYMENTS, PaymentSheet.of("姓名,身份证号,代缴金额,缴费总额,缴费日期", rows));
    }

    private static UUID take(CountySeason season, Department department, RosterKind kind, byte[] workbook) {
        return season.accepted(department, kind, workbook);
    }

    private List<Long> collected(CountySeason season, Delivery delivery) {
        return collected(season, delivery, "civil-affairs");
    }

    private List<Long> collected(CountySeason season, Delivery delivery, String department) {
        List<Long> amounts = new ArrayList<>();
        season.clerkDoes(() -> deliveries.read(
                season.county(),
                season.year(),
                delivery,
                department,
                lines -> lines.forEach(line -> amounts.add(line.collectedFen()))));
        return amounts;
    }
}
