package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;

/** Whoever two persons decide to pay as the holder of an identity counts as recognised in time, by whichever day. */
class PaidAsTests {

    private static final LocalDate RECOGNISED = LocalDate.of(2024, 9, 21);
    private static final Map<String, String> PAID_BEFORE = Map.of("paid-on", "2024-09-20");

    private final Policy policy = PolicyTexts.policy("panzhihua-disabled-2025");

    @Test
    void whoPaidBeforeBeingRecognisedIsPaidForAllTheSame() {
        Facts facts = holding(new Held("disabled", Map.of(), RECOGNISED));
        assertThat(policy.determine(facts).reason()).isEqualTo(Reason.PAID_BEFORE_ELIGIBLE);

        assertThat(subsidy(facts)).isEqualTo(40_000);
    }

    @Test
    void alsoWhereARunHasComparedTheDaysAlready() {
        Facts facts = holding(new Held("disabled", Map.of("recognised-by.paid-on", "no"), RECOGNISED));
        assertThat(policy.determine(facts).reason()).isEqualTo(Reason.PAID_BEFORE_ELIGIBLE);

        assertThat(subsidy(facts)).isEqualTo(40_000);
    }

    @Test
    void andOneMoreStatementAgainstThemIsLeftAside() {
        Facts facts = holding(
                new Held("disabled", Map.of("recognised-by.paid-on", "no", "certificate", "expired"), RECOGNISED));

        assertThat(subsidy(facts)).isEqualTo(40_000);
    }

    private static Facts holding(Held held) {
        return new Facts(LocalDate.of(1980, 1, 1), List.of(held), PAID_BEFORE);
    }

    private long subsidy(Facts facts) {
        return ((Granted) new PaidAs("disabled").determine(policy, facts))
                .subsidy()
                .fen();
    }
}
