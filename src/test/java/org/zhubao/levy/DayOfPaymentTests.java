package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountyPolicies;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/** Where a notice looks at the day of payment, runs take it from what the tax bureau has sent, as it was known. */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class DayOfPaymentTests {

    private static final String FACT =
            """
            facts:
              paid-on:
                name: 缴费日期
                values: date
                absent: 2020-12-31
                ruling: list-is-complete
            """;

    private static final String STANDARD =
            """
              tier-one:
                name: 一档基本医疗保险全额
                for: [registered-poor, subsistence-allowance, moderately-disabled]
            """;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private CountyPolicies policies;

    @Autowired
    private SettableClock clock;

    private CountySeason season;
    private Listed october;
    private Listed november;
    private Listed nobody;

    @BeforeEach
    void threePeopleRecognisedInAutumn() {
        clock.set(LocalDate.of(2020, 8, 20));
        season = counties.fresh(2021);
        october = season.person().called("钱十月").as("建档立卡").recognised(LocalDate.of(2020, 10, 15));
        november = season.person().called("孙十一月").as("建档立卡").recognised(LocalDate.of(2020, 11, 10));
        nobody = season.person().called("李未缴").as("建档立卡").recognised(LocalDate.of(2020, 11, 10));
    }

    @Test
    void whoIsRecognisedInTheMonthOfPaymentPaysLessAndWhoIsLaterGetsItAfterwards() {
        inForce(
                """
                    when: {recognised: {by-month-of: paid-on}}
                """,
                """
                  tier-one-afterwards:
                    name: 事后资助
                    for: registered-poor
                    when: {not: {recognised: {by-month-of: paid-on}}}
                    pays: {amount: full, tier: 1, components: basic}
                    delivery: reimbursed
                    funds: certifier
                    clause: tier-one
                    ruling: basic-only
                """);
        Run before = recognised();
        assertThat(standards(before)).containsValue("tier-one").doesNotContainValue("tier-one-afterwards");

        clock.set(LocalDate.of(2020, 12, 1));
        paid(PaymentSheet.payments().paid(october, 0, 305, "2020-10-05").paid(november, 0, 305, "2020-10-05"));
        Run after = season.run();

        assertThat(standards(after))
                .containsEntry("钱十月", "tier-one")
                .containsEntry("孙十一月", "tier-one-afterwards")
                .containsEntry("李未缴", "tier-one");
        assertThat(again(after)).as("looked at anew").isEqualTo(after.digest());
        assertThat(again(before)).as("as known before the payments").isEqualTo(before.digest());

        clock.set(LocalDate.of(2020, 12, 5));
        paid(PaymentSheet.payments().paid(november, 0, -305, "2020-12-04"));
        assertThat(standards(season.run()))
                .as("who got everything back has not paid")
                .containsEntry("孙十一月", "tier-one");
    }

    @Test
    void whoIsRecognisedInTimeAndPaysOutsideTheWindowIsNotPaidByThatClause() {
        inForce(
                """
                    when: {fact: {paid-on: {from: 2020-11-01, to: 2020-12-31}}}
                """,
                "");
        recognised();
        clock.set(LocalDate.of(2020, 12, 1));
        paid(PaymentSheet.payments().paid(october, 0, 305, "2020-10-05").paid(november, 0, 305, "2020-11-20"));

        assertThat(standards(season.run()))
                .containsEntry("钱十月", "")
                .containsEntry("孙十一月", "tier-one")
                .containsEntry("李未缴", "tier-one");
    }

    private void inForce(String when, String more) {
        policies.inForce(season, text -> text.replace("facts:\n", FACT).replace(STANDARD, more + STANDARD + when));
    }

    private Run recognised() {
        clock.set(LocalDate.of(2020, 11, 15));
        season.accepted(Department.POVERTY_ALLEVIATION, RosterKind.FULL, october, november, nobody);
        return season.run();
    }

    private void paid(PaymentSheet sheet) {
        season.accepted(Department.TAX, RosterKind.PAYMENTS, sheet.workbook());
    }

    private String again(Run run) {
        return season.run(new RunRequest(run.asKnownOn(), true)).digest();
    }

    /** The standard by which each is paid, by name; empty where none pays. */
    private Map<String, String> standards(Run run) {
        Map<String, String> found = new TreeMap<>();
        season.owner()
                .sql(
                        """
                        select p.name, coalesce(o.standard, '') as standard from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        join person p on p.region = d.region and p.id = d.person_id where d.run_id = ?
                        """)
                .param(run.id())
                .query(row -> {
                    found.put(row.getString("name"), row.getString("standard"));
                });
        return found;
    }
}
