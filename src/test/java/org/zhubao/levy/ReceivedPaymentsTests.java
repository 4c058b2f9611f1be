package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.Preview;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterReceptions;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** What accepting and withdrawing the lists of the tax bureau does. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class ReceivedPaymentsTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private RosterReceptions receptions;

    @Autowired
    private SettableClock clock;

    @Test
    void everyPaymentOfAListIsKeptAndOneThatComesTwiceInItIsTwo() {
        CountySeason season = counties.fresh(2021);
        Listed twice = season.person();

        accepted(
                season,
                PaymentSheet.payments()
                        .paid(twice, 275, 0, "2020-10-09")
                        .paid(season.person(), 0, 275, "2020-10-10")
                        .paid(twice, 275, 0, "2020-10-09"));

        assertThat(held(season)).containsExactly("27500 0 2020-10-09", "27500 0 2020-10-09", "0 27500 2020-10-10");
    }

    @Test
    void aLaterListThatRepeatsPaymentsAddsOnlyWhatIsNew() {
        CountySeason season = counties.fresh(2021);
        Listed first = season.person();
        Listed second = season.person();
        accepted(season, PaymentSheet.payments().paid(first, 275, 0, "2020-10-09"));

        UUID list = submitted(
                season,
                RosterKind.PAYMENTS,
                PaymentSheet.payments().paid(first, 275, 0, "2020-10-09").paid(second, 275, 0, "2020-11-09"));
        Preview preview = season.clerk(() -> receptions.of(RosterKind.PAYMENTS).preview(list));
        season.accept(list);

        assertThat(preview).extracting(Preview::added, Preview::unchanged).containsExactly(1, 1);
        assertThat(held(season)).hasSize(2);
    }

    @Test
    void aWithdrawnListsPaymentsNoLongerCountAndStayOnRecord() {
        CountySeason season = counties.fresh(2021);
        UUID list = accepted(season, PaymentSheet.payments().paid(season.person(), 275, 0, "2020-10-09"));

        season.withdraw(list);

        assertThat(held(season)).isEmpty();
        assertThat(season.owner()
                        .sql("select count(*) from payment_record where county = ? and ended_by_batch = ?")
                        .params(season.code(), list)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theNewestWordOnHowSomebodyIsInsuredCountsAndAWithdrawalBringsTheOldOneBack() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accept(submitted(
                season, RosterKind.ENROLMENT_STATUS, PaymentSheet.statuses().insured(person, "居民医保", "某某区", "正常参保")));
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        UUID later = submitted(
                season, RosterKind.ENROLMENT_STATUS, PaymentSheet.statuses().insured(person, "职工医保", "本地", "在职参保"));
        season.accept(later);

        assertThat(insured(season)).containsExactly("employee normal " + season.code());

        season.withdraw(later);
        assertThat(insured(season)).containsExactly("resident normal 某某区");
    }

    private UUID accepted(CountySeason season, PaymentSheet sheet) {
        UUID list = submitted(season, RosterKind.PAYMENTS, sheet);
        season.accept(list);
        return list;
    }

    private static UUID submitted(CountySeason season, RosterKind kind, PaymentSheet sheet) {
        UUID list = season.upload(kind.sender().orElse(Department.TAX), kind, sheet.workbook());
        season.submit(list);
        return list;
    }

    private static List<String> held(CountySeason season) {
        return season.owner()
                .sql(
                        """
                        select subsidised_fen || ' ' || own_fen || ' ' || paid_on from payment_record
                        where county = ? and known_to is null order by paid_on
                        """)
                .param(season.code())
                .query(String.class)
                .list();
    }

    private static List<String> insured(CountySeason season) {
        return season.owner()
                .sql(
                        """
                        select insurance || ' ' || state || ' ' || enrolled_at from enrolment_status
                        where county = ? and known_to is null
                        """)
                .param(season.code())
                .query(String.class)
                .list();
    }
}
