package org.zhubao.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much of a base is paid. */
public sealed interface Amount {

    /** What the words say, even where that is more than the base or, as a rest, less than nothing. */
    Money stated(Money base);

    /** What is paid: as stated, but never negative and never more than the base. */
    default Money of(Money base) {
        return stated(base).max(Money.ZERO).min(base);
    }

    /** The whole base. */
    record Full() implements Amount {
        @Override
        public Money stated(Money base) {
            return base;
        }
    }

    /** A share of the base, rounded to a whole fen in the mode the policy names. */
    record Percent(BigDecimal percent, RoundingMode rounding) implements Amount {
        @Override
        public Money stated(Money base) {
            return base.percent(percent, rounding);
        }
    }

    record Fixed(Money money) implements Amount {
        @Override
        public Money stated(Money base) {
            return money;
        }
    }

    /** Stated as what the person pays; the rest is paid for them. */
    record PersonPays(Money money) implements Amount {
        @Override
        public Money stated(Money base) {
            return base.minus(money);
        }
    }

    /** Another amount, not less than a floor and not more than a cap. */
    record Within(Amount amount, @Nullable Money floor, @Nullable Money cap) implements Amount {
        @Override
        public Money stated(Money base) {
            Money money = amount.stated(base);
            money = floor == null ? money : money.max(floor);
            return cap == null ? money : money.min(cap);
        }
    }
}
