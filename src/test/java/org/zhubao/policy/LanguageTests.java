package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;

/** What the policy language can say, one construct at a time. The premium is 400: 300 basic and 100 supplementary. */
class LanguageTests {

    private static final LocalDate BORN = LocalDate.of(1980, 1, 1);

    @Test
    void anAmountCanBeFullAPercentageFixedOrWhatThePersonPays() {
        assertThat(subsidy("pays: full")).isEqualTo("400.00");
        assertThat(subsidy("pays: {percent: 37.5}")).isEqualTo("150.00");
        assertThat(subsidy("pays: {fixed: 196}")).isEqualTo("196.00");
        assertThat(subsidy("pays: {person-pays: 30}")).isEqualTo("370.00");
    }

    @Test
    void anAmountCanBeKeptWithinAFloorAndACapAndNeverExceedsThePremium() {
        assertThat(subsidy("pays: {percent: 10, floor: 60}")).isEqualTo("60.00");
        assertThat(subsidy("pays: {percent: 90, cap: 200}")).isEqualTo("200.00");
        assertThat(subsidy("pays: {fixed: 500}")).isEqualTo("400.00");
        assertThat(subsidy("pays: {amount: full, base: 450}")).isEqualTo("400.00");
    }

    @Test
    void componentsCanBePaidAtDifferentPercentages() {
        assertThat(subsidy("pays: {percent: 50, components: basic}")).isEqualTo("150.00");
        assertThat(subsidy("pays: [{amount: full, components: basic}, {percent: 25, components: supplementary}]"))
                .isEqualTo("325.00");
    }

    @Test
    void aPastYearsAmountCanBeTheBase() {
        assertThat(subsidy("pays: {percent: 50, base: 280}")).isEqualTo("140.00");
    }

    @Test
    void roundingGoesTheWayThePolicySays() {
        String third = "a: for: poor, pays: {percent: 33.3333, base: 0.50}, funds: county";
        assertThat(granted(draft().standards(third).policy(), "poor").subsidy()).hasToString("0.17");
        assertThat(granted(draft().with("rounding: down").standards(third).policy(), "poor")
                        .subsidy())
                .hasToString("0.16");
    }

    @Test
    void tiersDecideThePremiumAndTheBase() {
        PolicyDraft tiers = draft().with("facts: {tier: {name: 档次, values: [1, 2], absent: 2, ruling: r}}")
                .with(
                        """
                        premium:
                          tiers: [1, 2]
                          components: {basic: 基本}
                          rates:
                            - {tier: 1, amounts: {basic: 280}, clause: c}
                            - {tier: 2, amounts: {basic: 655}, clause: c}
                        """);
        assertThat(granted(
                                tiers.standards("a: for: poor, pays: full, funds: county")
                                        .policy(),
                                "poor")
                        .subsidy())
                .hasToString("655.00");
        assertThat(granted(
                                tiers.standards("a: for: poor, pays: {amount: full, tier: 1}, funds: county")
                                        .policy(),
                                "poor")
                        .payable())
                .hasToString("375.00");
        assertThat(granted(
                                tiers.standards("a: for: poor, pays: {amount: full, tier: lowest}, funds: county")
                                        .policy(),
                                "poor")
                        .subsidy())
                .hasToString("280.00");
        Granted assigned = granted(
                tiers.standards("a: for: poor, pays: full, enrolled-in: 1, funds: county")
                        .policy(),
                "poor");
        assertThat(assigned.tier()).isEqualTo("1");
        assertThat(assigned.premium()).hasToString("280.00");
    }

    @Test
    void thePremiumCanDependOnWhoPaysAndWhen() {
        Policy policy = draft().with("facts: {soldier: {name: 士兵, values: [yes, no], absent: no, ruling: r},"
                        + " paid-on: {name: 缴费日, values: date, absent: 2020-10-01, ruling: r}}")
                .with(
                        """
                        premium:
                          components: {basic: 基本}
                          rates:
                            - {when: {fact: {soldier: yes, paid-on: {from: 2021-07-01}}}, amounts: {basic: 830}, clause: c}
                            - {amounts: {basic: 280}, clause: c}
                        """)
                .standards("a: for: poor, pays: {fixed: 70}, funds: county")
                .policy();
        assertThat(premium(policy, Map.of("soldier", "yes", "paid-on", "2021-06-30")))
                .isEqualTo("280.00");
        assertThat(premium(policy, Map.of("soldier", "yes", "paid-on", "2021-07-01")))
                .isEqualTo("830.00");
        assertThat(premium(policy, Map.of("paid-on", "2021-07-01"))).isEqualTo("280.00");
        assertThat(policy.factBreaks()).containsEntry("paid-on", List.of(LocalDate.of(2021, 7, 1)));
    }

    @Test
    void valuesMayChangeWithTheBenefitYear() {
        PolicyDraft draft = draft().standards("a: for: poor, pays: {percent: {2021: 75, 2022: 50}}, funds: county");
        assertThat(granted(draft.policy(2021), "poor").subsidy()).hasToString("300.00");
        assertThat(granted(draft.policy(2022), "poor").subsidy()).hasToString("200.00");
    }

    @Test
    void fundsPayOneAfterTheOtherByTheIdentitiesHeld() {
        Policy policy = draft().standards("a: for: poor, pays: full, funds: ["
                        + "{fund: assistance, percent-of-premium: 75, when: {holds: old}},"
                        + "{fund: health, percent-of-subsidy: 10},"
                        + "{fund: civil, fixed: 20}, county]")
                .policy();
        assertThat(shares(granted(policy, "poor"))).containsExactly("health 40.00", "civil 20.00", "county 340.00");
        assertThat(shares(granted(policy, "poor", "old")))
                .containsExactly("assistance 300.00", "health 40.00", "civil 20.00", "county 40.00");
    }

    @Test
    void theCertifiersOwnFundPays() {
        Policy policy = draft().standards("a: for: [poor, old], pays: full, funds: certifier")
                .policy();
        assertThat(shares(granted(policy, "old"))).containsExactly("health 400.00");
        assertThat(shares(granted(policy, "poor"))).containsExactly("civil 400.00");
    }

    @Test
    void standardsCanAddUpToThePremium() {
        Policy policy = draft().standards(
                        "first: for: poor, pays: {fixed: 250}, funds: assistance",
                        "second: for: old, pays: {fixed: 100}, funds: county",
                        "base: for: everyone, pays: {fixed: 70}, funds: county")
                .with("overlap: {adds-up: {levels: [[first], [second], [base]], clause: c}}")
                .policy();
        Granted all = granted(policy, "poor", "old");
        assertThat(shares(all)).containsExactly("assistance 250.00", "county 150.00");
        assertThat(all.identities()).containsExactly("poor", "old");
        assertThat(shares(granted(policy))).containsExactly("county 70.00");
    }

    @Test
    void silenceIsNeverDecidedSilently() {
        Determination undecided = determine(
                draft().standards(
                                "a: for: poor, pays: {fixed: 100}, funds: county",
                                "b: for: old, pays: {fixed: 200}, funds: county")
                        .policy(),
                Map.of(),
                "poor",
                "old");
        assertThat(undecided).isInstanceOf(NeedsReview.class);
        assertThat(undecided.reason()).isEqualTo(Reason.UNDECIDED_OVERLAP);
        assertThat(((NeedsReview) undecided).open()).containsExactly("poor/a", "old/b");
    }

    @Test
    void theSamePaymentTwiceIsNoConflictButAnotherPayerIs() {
        PolicyDraft draft = draft();
        Policy samePayer = draft.standards(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: old, pays: {percent: 25}, funds: county")
                .policy();
        assertThat(granted(samePayer, "old", "poor").identities()).containsExactly("poor");
        Policy otherPayer = draft.standards("a: for: [poor, old], pays: full, funds: certifier")
                .policy();
        assertThat(determine(otherPayer, Map.of(), "poor", "old").reason()).isEqualTo(Reason.UNDECIDED_OVERLAP);
    }

    @Test
    void aCircleOfPrecedencesIsUndecided() {
        Policy policy = draft().standards(
                        "a: for: poor, pays: {fixed: 100}, funds: county",
                        "b: for: poor, pays: {fixed: 200}, funds: county",
                        "d: for: poor, pays: {fixed: 300}, funds: county")
                .with("overlap: {rules: [{prefer: a, over: b, clause: c}, {prefer: b, over: d, clause: c},"
                        + " {prefer: d, over: a, ruling: r}]}")
                .policy();
        assertThat(determine(policy, Map.of(), "poor").reason()).isEqualTo(Reason.UNDECIDED_OVERLAP);
    }

    @Test
    void conditionsCombineAttributesAgesFactsAndOtherIdentities() {
        Policy policy = draft().with("facts: {household: {name: 户籍, values: [rural, urban]}}")
                .with(
                        """
                        identities:
                          poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c,
                                 attributes: {class: {name: 类, values: [1, 2, 3]}}}
                          disabled: {name: 残疾, certifier: disabled, wordings: [残疾], clause: c,
                                 attributes: {grade: {name: 级, values: [1, 2, 3, 4]}}}
                        """)
                .standards("a: for: poor, when: {attribute: {class: [1, 2]}, fact: {household: rural},"
                        + " holds: {identity: disabled, attribute: {grade: [1, 2]}},"
                        + " not: {age: {on: 2020-12-31, to: 17}}}, pays: full, funds: county")
                .policy();
        Held poor = new Held("poor", Map.of("class", "1"), null);
        Held severe = new Held("disabled", Map.of("grade", "2"), null);
        Held moderate = new Held("disabled", Map.of("grade", "3"), null);
        Held ungraded = new Held("disabled", Map.of(), null);
        Map<String, String> rural = Map.of("household", "rural");
        assertThat(reason(policy, rural, poor, severe)).isEqualTo(Reason.GRANTED);
        assertThat(reason(policy, rural, poor, moderate)).isEqualTo(Reason.TEXT_SILENT);
        assertThat(reason(policy, Map.of("household", "urban"), poor, severe)).isEqualTo(Reason.TEXT_SILENT);
        assertThat(reason(policy, rural, new Held("poor", Map.of("class", "3"), null), severe))
                .isEqualTo(Reason.TEXT_SILENT);
        NeedsReview missing = (NeedsReview) policy.determine(new Facts(BORN, List.of(poor, ungraded), Map.of()));
        assertThat(missing.reason()).isEqualTo(Reason.FACT_UNKNOWN);
        assertThat(missing.open()).containsExactly("household", "disabled.grade");
    }

    @Test
    void aCarveOutLeavesAnIdentityToAnother() {
        Policy policy = draft().standards(
                        "a: for: old, when: {not: {holds: poor}}, pays: {fixed: 200}, funds: county",
                        "b: for: poor, pays: {fixed: 100}, funds: county")
                .policy();
        assertThat(granted(policy, "old").subsidy()).hasToString("200.00");
        assertThat(granted(policy, "old", "poor").subsidy()).hasToString("100.00");
    }

    @Test
    void whatTheTextTakesForGrantedIsSaid() {
        Policy policy = draft().with("facts: {student: {name: 学生, values: [yes, no], absent: no, ruling: r}}")
                .standards("a: for: poor, when: {fact: {student: no}}, pays: full, funds: county")
                .policy();
        Granted assumed = granted(policy, "poor");
        assertThat(assumed.trace().assumed()).singleElement().satisfies(a -> {
            assertThat(a.fact()).isEqualTo("student");
            assertThat(a.basis()).containsExactly("r");
        });
        Granted stated = (Granted) determine(policy, Map.of("student", "no"), "poor");
        assertThat(stated.trace().assumed()).isEmpty();
    }

    private static String subsidy(String pays) {
        Policy policy =
                draft().standards("a: for: poor, funds: county, " + pays).policy();
        return granted(policy, "poor").subsidy().toString();
    }

    private static String premium(Policy policy, Map<String, String> values) {
        return ((Granted) determine(policy, values, "poor")).premium().toString();
    }

    private static Reason reason(Policy policy, Map<String, String> values, Held... held) {
        return policy.determine(new Facts(BORN, List.of(held), values)).reason();
    }

    private static List<String> shares(Granted granted) {
        return granted.shares().stream().map(s -> s.fund() + " " + s.amount()).toList();
    }

    private static Granted granted(Policy policy, String... identities) {
        return (Granted) determine(policy, Map.of(), identities);
    }

    private static Determination determine(Policy policy, Map<String, String> values, String... identities) {
        return policy.determine(
                new Facts(BORN, Arrays.stream(identities).map(Held::of).toList(), values));
    }
}
