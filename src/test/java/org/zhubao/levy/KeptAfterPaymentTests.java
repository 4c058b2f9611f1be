package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;
import org.zhubao.support.Yuan;

/** Where the notice neither tops up nor refunds, what was paid stays, and is borne as by what it was paid by. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class KeptAfterPaymentTests {

    private static final LocalDate AUGUST = LocalDate.of(2020, 8, 1);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LeviedSeason levied;

    private CountySeason season;
    private Listed more;

    @BeforeEach
    void somebodyIsMarkedByAnIdentityAndHoldsABetterOneAfterwards() {
        season = counties.fresh(2021);
        clock.set(LocalDate.of(2020, 8, 20));
        more = person("孙后增").as("边缘户");
        season.accepted(person("钱不变"));
    }

    @Test
    void whatWasPaidStaysAndIsBorneAsItWas() {
        Listed poor = person("李脱贫").as("边缘户");
        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, more, poor);
        push();
        paid(PaymentSheet.payments()
                .paidFen(more, 13_750, 16_750, "2020-10-09")
                .paidFen(poor, 13_750, 16_750, "2020-10-09"));
        clock.set(LocalDate.of(2020, 11, 1));
        season.accepted(
                Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, more.as("低保").recognised(AUGUST));
        season.accepted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.ADDITIONS,
                poor.as("建档立卡贫困人员").recognised(AUGUST));

        assertThat(found())
                .containsEntry("孙后增", "KEPT_AFTER_PAYMENT 0")
                .as("the notice refunds the registered poor")
                .containsEntry("李脱贫", "WRONG_AMOUNT 13750");
        assertThat(season.owner()
                        .sql(
                                """
                                select l.subsidy_fen || ' ' || s.fund || ' ' || s.amount_fen
                                from reconciliation_line l
                                join reconciliation_share s on s.reconciliation_id = l.reconciliation_id
                                    and s.outcome_id = l.outcome_id and s.tier = l.tier and s.paid_run = l.paid_run
                                    and s.paid_outcome = l.paid_outcome
                                where l.county = ? and l.cause = 'KEPT_AFTER_PAYMENT'
                                """)
                        .param(season.code())
                        .query(String.class)
                        .list())
                .containsExactly("13750 poverty 13750");
        assertThat(borneBy("poverty")).containsOnly("孙后增 边缘户 137.50", "李脱贫 建档立卡 275.00");
    }

    @Test
    void whatWasKeptBeforeItHadColumnsOfItsOwnIsStillRead() {
        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, more);
        push();
        paid(PaymentSheet.payments().paidFen(more, 13_750, 16_750, "2020-10-09"));
        clock.set(LocalDate.of(2020, 11, 1));
        season.accepted(
                Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, more.as("低保").recognised(AUGUST));
        assertThat(found()).containsEntry("孙后增", "KEPT_AFTER_PAYMENT 0");
        for (String table : List.of("reconciliation_line", "reconciliation_share")) {
            season.owner()
                    .sql("update " + table
                            + " set tier = concat_ws('@', tier, paid_run, paid_outcome), paid_run = null,"
                            + " paid_outcome = null where county = ? and paid_run is not null")
                    .param(season.code())
                    .update();
        }

        assertThat(borneBy("poverty")).containsExactly("孙后增 低保 137.50");
    }

    /** Whom the next sheet of a fund charges, as what, and how much. */
    private List<String> borneBy(String fund) {
        List<String> lines = new ArrayList<>();
        season.clerkDoes(() -> {
            UUID sheet = settling.freeze(season.county(), season.year(), fund, "clerk");
            settling.read(
                    settling.sheet(sheet, season.code()).orElseThrow(),
                    stream -> stream.forEach(
                            line -> lines.add(line.name() + " " + line.paidAs() + " " + Yuan.of(line.fundFen()))));
        });
        return lines;
    }

    @Test
    void whoeverIsRecognisedAfterPayingGetsNothingBackWhereTheNoticeSaysSo() {
        Listed late = person("孙后认");
        push();
        paid(PaymentSheet.payments().paid(late, 0, 305, "2020-08-20"));
        clock.set(LocalDate.of(2020, 11, 1));
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, late.recognised(LocalDate.of(2020, 8, 25)));

        assertThat(found()).containsEntry("孙后认", "KEPT_AFTER_PAYMENT 0");
    }

    private Listed person(String name) {
        return season.person().called(name);
    }

    private void push() {
        clock.set(LocalDate.of(2020, 8, 27));
        levied.push(season);
    }

    private void paid(PaymentSheet sheet) {
        levied.paid(season, sheet);
    }

    private Map<String, String> found() {
        clock.set(LocalDate.of(2021, 3, 1));
        return levied.found(season);
    }
}
