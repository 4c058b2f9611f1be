package org.zhubao.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class MoneyTests {

    @Test
    void isExactToTheFen() {
        assertThat(Money.ofYuan("137.50")).isEqualTo(Money.ofFen(13750));
        assertThat(Money.ofFen(123450)).hasToString("1234.50");
        assertThat(Money.ofFen(5)).hasToString("0.05");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.ofYuan("0.005"));
    }

    @Test
    void roundsOnlyTheWayItIsTold() {
        BigDecimal half = new BigDecimal("50");
        assertThat(Money.ofFen(1).percent(half, RoundingMode.HALF_UP)).isEqualTo(Money.ofFen(1));
        assertThat(Money.ofFen(1).percent(half, RoundingMode.DOWN)).isEqualTo(Money.ZERO);
        assertThat(Money.ofFen(40000).percent(new BigDecimal("75"), RoundingMode.UNNECESSARY))
                .isEqualTo(Money.ofFen(30000));
    }

    @Test
    void neverOverflowsUnnoticed() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)));
    }

    @Test
    void comparesByAmount() {
        assertThat(Money.ofFen(2)).isGreaterThan(Money.ofFen(1));
        assertThat(Money.ofFen(2).min(Money.ofFen(1))).isEqualTo(Money.ofFen(1));
        assertThat(Money.ofFen(2).max(Money.ofFen(1))).isEqualTo(Money.ofFen(2));
        assertThat(Money.ofFen(1).minus(Money.ofFen(2)).isNegative()).isTrue();
    }
}
