package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.rules.Rulebook.percent;

import org.junit.jupiter.api.Test;

class AmountTests {

    private static final Money BASE = Money.ofYuan("275");

    @Test
    void noAmountExceedsItsBaseOrFallsBelowNothing() {
        assertThat(new Amount.Fixed(Money.ofYuan("300")).of(BASE)).isEqualTo(BASE);
        assertThat(new Amount.PersonPays(yuan("300")).of(BASE)).isEqualTo(Money.ZERO);
        assertThat(new Amount.Within(new Amount.Full(), yuan("300"), null).of(BASE))
                .isEqualTo(BASE);
    }

    @Test
    void aPercentageIsRoundedToTheFen() {
        assertThat(percent("50").of(BASE)).hasToString("137.50");
        assertThat(percent("33.333").of(Money.ofFen(10))).hasToString("0.03");
    }

    @Test
    void aFloorRaisesAndACapLowers() {
        assertThat(new Amount.Within(percent("10"), yuan("50"), null).of(BASE)).hasToString("50.00");
        assertThat(new Amount.Within(percent("90"), null, yuan("50")).of(BASE)).hasToString("50.00");
        assertThat(new Amount.Within(percent("50"), yuan("50"), yuan("200")).of(BASE))
                .hasToString("137.50");
    }

    @Test
    void aLimitMayBeAShareOfTheSameBase() {
        assertThat(new Amount.Within(yuan("30"), percent("20"), null).of(BASE)).hasToString("55.00");
        assertThat(new Amount.Within(yuan("200"), null, percent("60")).of(BASE)).hasToString("165.00");
    }

    @Test
    void whatThePersonPaysIsWhatIsLeftAfterEverybodyElse() {
        assertThat(new Amount.PersonPays(yuan("100")).of(BASE, Money.ofYuan("30")))
                .hasToString("145.00");
        assertThat(new Amount.PersonPays(yuan("100")).of(BASE, Money.ofYuan("200")))
                .isEqualTo(Money.ZERO);
        assertThat(new Amount.PersonPays(percent("40")).of(BASE)).hasToString("165.00");
        assertThat(yuan("100").of(BASE, Money.ofYuan("200"))).hasToString("100.00");
    }

    private static Amount yuan(String yuan) {
        return new Amount.Fixed(Money.ofYuan(yuan));
    }
}
