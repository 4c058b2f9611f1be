package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.rules.Rulebook.percent;

import org.junit.jupiter.api.Test;

class AmountTests {

    private static final Money BASE = Money.ofYuan("275");

    @Test
    void noAmountExceedsItsBaseOrFallsBelowNothing() {
        assertThat(new Amount.Fixed(Money.ofYuan("300")).of(BASE)).isEqualTo(BASE);
        assertThat(new Amount.PersonPays(Money.ofYuan("300")).of(BASE)).isEqualTo(Money.ZERO);
        assertThat(new Amount.Within(new Amount.Full(), Money.ofYuan("300"), null).of(BASE))
                .isEqualTo(BASE);
    }

    @Test
    void aPercentageIsRoundedToTheFen() {
        assertThat(percent("50").of(BASE)).hasToString("137.50");
        assertThat(percent("33.333").of(Money.ofFen(10))).hasToString("0.03");
    }

    @Test
    void aFloorRaisesAndACapLowers() {
        assertThat(new Amount.Within(percent("10"), Money.ofYuan("50"), null).of(BASE))
                .hasToString("50.00");
        assertThat(new Amount.Within(percent("90"), null, Money.ofYuan("50")).of(BASE))
                .hasToString("50.00");
        assertThat(new Amount.Within(percent("50"), Money.ofYuan("50"), Money.ofYuan("200")).of(BASE))
                .hasToString("137.50");
    }
}
