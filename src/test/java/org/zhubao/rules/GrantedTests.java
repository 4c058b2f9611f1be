package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrantedTests {

    @Test
    void sharesAddUpToTheSubsidyAndThatToThePremium() {
        assertThat(granted(400, 300, 100, 300).payable()).isEqualTo(Money.ofFen(100));
        assertThatIllegalArgumentException().isThrownBy(() -> granted(400, 300, 100, 299));
        assertThatIllegalArgumentException().isThrownBy(() -> granted(400, 300, 99, 300));
        assertThatIllegalArgumentException().isThrownBy(() -> granted(400, 500, -100, 500));
    }

    @Test
    void aFundThatBearsNothingHasNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Share("county", Money.ZERO));
    }

    @Test
    void theResultIsTheSameWhateverTheWayThere() {
        Granted one = granted(400, 300, 100, 300);
        Granted other = one.with(Trace.NONE.withImmaterial(List.of("student")));
        assertThat(one.sameResultAs(other)).isTrue();
        assertThat(one).isNotEqualTo(other);
        assertThat(one.sameResultAs(granted(400, 200, 200, 200))).isFalse();
    }

    private static Granted granted(long premium, long subsidy, long payable, long share) {
        return new Granted(
                List.of("standard"),
                List.of("identity"),
                "身份",
                "",
                Money.ofFen(premium),
                Money.ofFen(subsidy),
                Money.ofFen(payable),
                List.of(new Share("county", Money.ofFen(share))),
                Trace.NONE);
    }
}
