package org.zhubao.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much of a base is paid. The result is never negative and never more than the base. */
public sealed interface Amount {

    Money of(Money base);

    /** The whole base. */
    record Full() implements Amount {
        @Override
        public Money of(Money base) {
            return base;
        }
    }

    /** A share of the base, rounded to a whole fen in the mode the policy names. */
    record Percent(BigDecimal percent, RoundingMode rounding) implements Amount {
        @Override
        public Money of(Money base) {
            return base.percent(percent, rounding).min(base);
        }
    }

    record Fixed(Money money) implements Amount {
        @Override
        public Money of(Money base) {
            return money.min(base);
        }
    }

    /** Stated as what the person pays; the rest is paid for them. */
    record PersonPays(Money money) implements Amount {
        @Override
        public Money of(Money base) {
            return base.minus(money).max(Money.ZERO);
        }
    }

    /** Another amount, not less than a floor and not more than a cap. */
    record Within(Amount amount, @Nullable Money floor, @Nullable Money cap) implements Amount {
        @Override
        public Money of(Money base) {
            Money money = amount.of(base);
            money = floor == null ? money : money.max(floor);
            money = cap == null ? money : money.min(cap);
            return money.min(base);
        }
    }
}
