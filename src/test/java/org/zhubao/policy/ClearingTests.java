package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.AfterPayment.Change;
import org.zhubao.rules.AfterPayment.Handling;
import org.zhubao.rules.Claim;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Money;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Share;

/** What is left to clear once the money has moved: between funds, and with people whose circumstances changed. */
class ClearingTests {

    private static final String[] STANDARDS = {
        "low: for: poor, pays: {fixed: 100}, funds: county", "high: for: old, pays: {fixed: 300}, funds: county"
    };

    private final PolicyDraft highest =
            draft().standards(STANDARDS).with("overlap: {rules: [{highest: any, clause: c}]}");

    @Test
    void aDifferenceIsToppedUpRefundedOrNeitherAsTheTextSays() {
        Policy policy = highest.with(
                        """
                        after-payment:
                          - {for: old, more: refunded, clause: c}
                          - {for: everyone, more: topped-up, less: neither, clause: c}
                        """)
                .policy();
        Determination nothing = determine(policy);
        Determination low = determine(policy, "poor");
        Determination high = determine(policy, "old");
        assertThat(policy.change(low, high)).contains(change(Handling.REFUNDED, "200"));
        assertThat(policy.change(nothing, low)).contains(change(Handling.TOPPED_UP, "100"));
        assertThat(policy.change(high, low)).contains(change(Handling.NEITHER, "0"));
        assertThat(policy.change(low, low)).isEmpty();
    }

    @Test
    void whatWasPaidTooMuchMayBeRecovered() {
        Policy policy = highest.with("after-payment: [{for: old, less: recovered, clause: c}]")
                .policy();
        assertThat(policy.change(determine(policy, "old"), determine(policy)))
                .contains(change(Handling.RECOVERED, "300"));
        assertThat(policy.change(determine(policy, "poor"), determine(policy))).isEmpty();
        assertThat(policy.change(determine(policy, "poor"), determine(policy, "old")))
                .as("the text says nothing of more")
                .isEmpty();
    }

    @Test
    void nothingIsClearedWhileADeterminationIsOpen() {
        Policy policy = draft().standards(STANDARDS)
                .with("after-payment: [{for: everyone, more: topped-up, less: recovered, clause: c}]")
                .policy();
        Determination undecided = determine(policy, "poor", "old");
        assertThat(policy.change(determine(policy, "poor"), undecided)).isEmpty();
        assertThat(policy.change(undecided, determine(policy, "poor"))).isEmpty();
    }

    @Test
    void whoPaysInAdvanceIsPaidBackByWhoBearsIt() {
        Policy policy = draft().standards("a: for: poor, pays: {fixed: 100}, funds: ["
                        + "{fund: assistance, percent-of-subsidy: 60, advanced-by: county},"
                        + "{fund: civil, fixed: 10}, county]")
                .policy();
        Granted granted = (Granted) determine(policy, "poor");
        assertThat(granted.shares())
                .as("the shares say who bears it in the end")
                .containsExactly(share("assistance", "60"), share("civil", "10"), share("county", "30"));
        assertThat(policy.claims(granted)).containsExactly(new Claim("county", "assistance", Money.ofYuan("60")));
    }

    @Test
    void aFundThatAdvancesItsOwnShareOwesNobody() {
        Policy policy = draft().standards(
                        "a: for: poor, pays: full, funds: [{fund: county, fixed: 10, advanced-by: county}, county]")
                .policy();
        assertThat(policy.claims((Granted) determine(policy, "poor"))).isEmpty();
    }

    @Test
    void moneyPaidAheadIsTruedUpAgainstWhatIsDue() {
        Policy policy = draft().with(
                        """
                        funds:
                          province:
                            name: 省级财政
                            advance: {percent: 70, on: 03-31 of the year, trued-up-on: 12-31 of the year}
                            clause: c
                          county: {name: 县, clause: c}
                        """)
                .standards("a: for: poor, pays: full, funds: [{fund: province, percent-of-subsidy: 80}, county]")
                .policy();
        Fund.Advance advance = policy.fund("province").orElseThrow().advance();
        assertThat(advance.on()).isEqualTo(LocalDate.of(2021, 3, 31));
        assertThat(advance.truedUpOn()).isEqualTo(LocalDate.of(2021, 12, 31));
        Money expected = Money.ofYuan("1000.01");
        assertThat(advance.of(expected)).hasToString("700.00");
        assertThat(advance.trueUp(expected, Money.ofYuan("900"))).hasToString("200.00");
        assertThat(advance.trueUp(expected, Money.ofYuan("600"))).hasToString("-100.00");
        assertThat(policy.fund("county").orElseThrow().advance()).isNull();
    }

    private static Change change(Handling handling, String yuan) {
        return new Change(handling, Money.ofYuan(yuan), List.of("c"));
    }

    private static Share share(String fund, String yuan) {
        return new Share(fund, Money.ofYuan(yuan));
    }

    private static Determination determine(Policy policy, String... identities) {
        return policy.determine(new Facts(
                LocalDate.of(1980, 1, 1),
                Arrays.stream(identities).map(Held::of).toList(),
                Map.of()));
    }
}
