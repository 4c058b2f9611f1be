package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.register.PersonHistory;
import org.zhubao.register.PersonMoment;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** A person's page tells the whole way of the money: determined, marked, paid, charged to a fund. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class PersonsPastTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private People people;

    @Autowired
    private List<PersonHistory> histories;

    @Test
    void whatWasDeterminedMarkedPaidAndChargedStandsInOneTimeline() {
        CountySeason season = counties.fresh(2021);
        Listed listed = season.person().called("钱走完");
        Listed other = season.person().called("孙别人");
        season.accepted(listed, other);
        season.run();
        season.clerkDoes(() -> pushing.push(season.county(), season.year(), PushKind.FULL, "clerk"));
        season.accepted(
                Department.TAX,
                RosterKind.PAYMENTS,
                PaymentSheet.payments().paid(listed, 275, 30, "2020-10-09").workbook());
        UUID sheet = season.clerk(() -> {
            reconciling.reconcile(season.county(), season.year(), "clerk");
            String fund = settling.drafts(season.county(), season.year()).stream()
                    .filter(draft -> draft.persons() > 0)
                    .findFirst()
                    .orElseThrow()
                    .fund();
            return settling.freeze(season.county(), season.year(), fund, "clerk");
        });

        List<PersonMoment> past = past(season, "钱走完");
        assertThat(past)
                .extracting(PersonMoment::messageKey)
                .containsExactlyInAnyOrder(
                        "person.moment.registered",
                        "person.moment.run.GRANTED",
                        "person.moment.mark.ADDED",
                        "person.moment.payment",
                        "person.moment.sheet");
        assertThat(past)
                .filteredOn(moment -> moment.messageKey().equals("person.moment.payment"))
                .singleElement()
                .extracting(PersonMoment::arguments)
                .isEqualTo(List.of("2021", "2020-10-09", "30.00", "275.00"));
        assertThat(past).extracting(PersonMoment::address).contains("/settlement/" + sheet);
        assertThat(past(season, "孙别人"))
                .extracting(PersonMoment::messageKey)
                .doesNotContain("person.moment.payment", "person.moment.sheet");
    }

    private List<PersonMoment> past(CountySeason season, String name) {
        return season.clerk(() -> {
            Person person = people.search(season.code(), new Scope(season.code()), name, 1)
                    .get(0);
            return histories.stream().flatMap(part -> part.of(person).stream()).toList();
        });
    }
}
