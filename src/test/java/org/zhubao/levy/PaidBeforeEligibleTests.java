package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.DecisionCard;
import org.zhubao.determination.DecisionCards;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.register.People;
import org.zhubao.roster.RosterKind;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/**
 * Panzhihua, disabled, 2024 No. 1, section 2(1): who paid before meeting the conditions is not paid for. A run compares the
 * list's day with the tax bureau's in the database, and comes to what the policy says of each person alone.
 */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class PaidBeforeEligibleTests {

    private static final LocalDate PAID_ON = LocalDate.of(2024, 9, 20);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private PolicyCatalog policies;

    @Autowired
    private DecisionCards cards;

    @Autowired
    private People people;

    @Autowired
    private SettableClock clock;

    private CountySeason season;

    @BeforeEach
    void inOctober() {
        clock.set(LocalDate.of(2024, 10, 20));
        season = counties.fresh(2025);
    }

    private enum Paying {
        NOTHING,
        ONCE,
        AND_GETTING_IT_BACK
    }

    /** @param alsoPoor whether civil affairs lists them, too */
    private record Somebody(Listed listed, Paying paying, boolean alsoPoor) {

        Facts facts() {
            List<Held> held = new ArrayList<>();
            held.add(new Held("disabled", Map.of(), listed.recognisedOn()));
            if (alsoPoor) {
                held.add(new Held("subsistence-allowance", Map.of(), listed.recognisedOn()));
            }
            return new Facts(
                    LocalDate.of(1980, 1, 1),
                    held,
                    paying == Paying.ONCE ? Map.of("paid-on", PAID_ON.toString()) : Map.of());
        }
    }

    @Test
    void aRunComparesTheTwoDaysAsThePolicyDoesForEachAlone() {
        List<Somebody> everybody = people();
        send(everybody);
        Run before = season.run();
        assertThat(reasons(before).values()).as("nobody has paid yet").containsOnly(100, 203);

        clock.set(LocalDate.of(2024, 10, 25));
        season.accepted(Department.TAX, RosterKind.PAYMENTS, payments(everybody));
        Run after = season.run();

        Policy policy = policies.find(season.code(), 2025).orElseThrow().policy();
        Map<String, Integer> reasons = reasons(after);
        assertThat(everybody)
                .allSatisfy(somebody -> assertThat(reasons.get(somebody.listed().name()))
                        .as("%s", somebody)
                        .isEqualTo(policy.determine(somebody.facts()).reason().code()));
        assertThat(reasons.values()).contains(100, 203, 214);
        assertThat(everybody)
                .as("the card tells the day of payment of whoever has paid")
                .allSatisfy(
                        somebody -> assertThat(card(after, somebody.listed()).paidOn())
                                .isEqualTo(somebody.paying() == Paying.ONCE ? PAID_ON : null));
        assertThat(again(after)).as("everybody looked at anew").isEqualTo(after.digest());
        assertThat(again(before)).as("as known before the payments").isEqualTo(before.digest());
        assertThat(outcomes(after))
                .as("alike though each day of recognition differs")
                .isLessThan(everybody.size() / 2);
    }

    /** The day before the payment, the day itself, the day after; around the cut-off; on no known day. */
    private List<Somebody> people() {
        List<@Nullable LocalDate> days = new ArrayList<>();
        days.add(null);
        for (int more = -3; more <= 3; more++) {
            days.add(PAID_ON.plusDays(more));
        }
        days.addAll(List.of(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 1, 1)));
        List<Somebody> people = new ArrayList<>();
        for (LocalDate day : days) {
            for (Paying paying : Paying.values()) {
                for (boolean alsoPoor : new boolean[] {false, true}) {
                    people.add(new Somebody(
                            season.person().as("残疾人").disabled("肢体", "三级").recognised(day), paying, alsoPoor));
                }
            }
        }
        return people;
    }

    private void send(List<Somebody> people) {
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                people.stream().map(Somebody::listed).toArray(Listed[]::new));
        season.accepted(people.stream()
                .filter(Somebody::alsoPoor)
                .map(somebody -> somebody.listed().as("低保").disabled("", ""))
                .toArray(Listed[]::new));
    }

    private static byte[] payments(List<Somebody> people) {
        PaymentSheet sheet = PaymentSheet.payments();
        for (Somebody somebody : people) {
            if (somebody.paying() != Paying.NOTHING) {
                sheet.paid(somebody.listed(), 0, 400, PAID_ON.toString());
            }
            if (somebody.paying() == Paying.AND_GETTING_IT_BACK) {
                sheet.paid(somebody.listed(), 0, -400, PAID_ON.plusDays(5).toString());
            }
        }
        return sheet.workbook();
    }

    private DecisionCard card(Run run, Listed listed) {
        Scope scope = new Scope(season.code());
        return season.clerk(() -> cards.card(
                        run.id(),
                        people.search(season.code(), scope, listed.number(), 1)
                                .get(0)
                                .id(),
                        season.code(),
                        scope)
                .orElseThrow());
    }

    private String again(Run run) {
        return season.run(new RunRequest(run.asKnownOn(), true)).digest();
    }

    private int outcomes(Run run) {
        return season.owner()
                .sql("select count(*) from outcome where run_id = ?")
                .param(run.id())
                .query(Integer.class)
                .single();
    }

    private Map<String, Integer> reasons(Run run) {
        Map<String, Integer> found = new TreeMap<>();
        season.owner()
                .sql(
                        """
                        select p.name, o.reason from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        join person p on p.region = d.region and p.id = d.person_id where d.run_id = ?
                        """)
                .param(run.id())
                .query(row -> {
                    found.put(row.getString("name"), row.getInt("reason"));
                });
        return found;
    }
}
