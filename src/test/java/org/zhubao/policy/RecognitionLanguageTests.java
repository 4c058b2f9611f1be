package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Profile;
import org.zhubao.rules.Reason;

/** What the policy language can say about when an identity must have been recognised. */
class RecognitionLanguageTests {

    private static final LocalDate BORN = LocalDate.of(1980, 1, 1);

    @Test
    void recognitionIsComparedWithPaymentByDayOrByMonth() {
        Policy policy = draft().with("facts: {paid-on: {name: 缴费日, values: date}}")
                .standards(
                        "net: for: poor, when: {recognised: {by: paid-on}}, pays: {fixed: 100}, funds: county",
                        "afterwards: for: poor, when: {recognised: {by-month-of: paid-on},"
                                + " not: {recognised: {by: paid-on}}},"
                                + " pays: {fixed: 100}, funds: county, delivery: reimbursed")
                .policy();
        Map<String, String> paid = Map.of("paid-on", "2020-10-10");
        assertThat(standard(policy, paid, LocalDate.of(2020, 10, 10))).isEqualTo("net");
        assertThat(standard(policy, paid, LocalDate.of(2020, 10, 11))).isEqualTo("afterwards");
        assertThat(standard(policy, paid, LocalDate.of(2020, 10, 31))).isEqualTo("afterwards");
        assertThat(reason(policy, paid, new Held("poor", Map.of(), LocalDate.of(2020, 11, 1))))
                .isEqualTo(Reason.TEXT_SILENT);
        assertThat(reason(policy, paid, Held.of("poor"))).isEqualTo(Reason.FACT_UNKNOWN);
        Profile profile =
                policy.profile(new Facts(BORN, List.of(new Held("poor", Map.of(), LocalDate.of(2020, 10, 11))), paid));
        assertThat(policy.profile(profile.facts())).isEqualTo(profile);
        assertThat(policy.decidesByBands()).isFalse();
        assertThat(policy.factsUsed()).contains("paid-on");
    }

    @Test
    void anIdentityMayHaveToBeHeldWhenPaying() {
        Policy policy = draft().with("facts: {paid-on: {name: 缴费日, values: date, absent: 2020-12-31, ruling: r}}")
                .with("identities: {poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c,"
                        + " recognised: {by: paid-on, undated: counts, ruling: r}}}")
                .standards("a: for: poor, pays: full, funds: county")
                .policy();
        Map<String, String> paid = Map.of("paid-on", "2020-10-10");
        assertThat(reason(policy, paid, new Held("poor", Map.of(), LocalDate.of(2020, 10, 10))))
                .isEqualTo(Reason.GRANTED);
        assertThat(reason(policy, paid, new Held("poor", Map.of(), LocalDate.of(2020, 10, 11))))
                .isEqualTo(Reason.RECOGNISED_OUT_OF_TIME);
        assertThat(reason(policy, paid, Held.of("poor"))).isEqualTo(Reason.GRANTED);
    }

    private static String standard(Policy policy, Map<String, String> values, LocalDate recognised) {
        Held held = new Held("poor", Map.of(), recognised);
        return ((Granted) policy.determine(new Facts(BORN, List.of(held), values))).standard();
    }

    private static Reason reason(Policy policy, Map<String, String> values, Held... held) {
        return policy.determine(new Facts(BORN, List.of(held), values)).reason();
    }
}
