package org.zhubao.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much of a base is paid. */
public sealed interface Amount {

    /**
     * What the words say, even where that is more than the base or, as a rest, less than nothing.
     *
     * @param before what others have already paid of the same premium; only what a person is left to pay depends on it
     */
    Money stated(Money base, Money before);

    /** What the words say where nothing has been paid before. */
    default Money stated(Money base) {
        return stated(base, Money.ZERO);
    }

    /** What is paid: as stated, but never negative and never more than the base. */
    default Money of(Money base, Money before) {
        return stated(base, before).max(Money.ZERO).min(base);
    }

    /** What is paid where nothing has been paid before. */
    default Money of(Money base) {
        return of(base, Money.ZERO);
    }

    /** The whole base. */
    record Full() implements Amount {
        @Override
        public Money stated(Money base, Money before) {
            return base;
        }
    }

    /** A share of the base, rounded to a whole fen in the mode the policy names. */
    record Percent(BigDecimal percent, RoundingMode rounding) implements Amount {
        @Override
        public Money stated(Money base, Money before) {
            return base.percent(percent, rounding);
        }
    }

    record Fixed(Money money) implements Amount {
        @Override
        public Money stated(Money base, Money before) {
            return money;
        }
    }

    /** Stated as what the person pays in the end; what others have not paid of the rest is paid for them. */
    record PersonPays(Amount own) implements Amount {
        @Override
        public Money stated(Money base, Money before) {
            return base.minus(own.stated(base)).minus(before);
        }
    }

    /** Another amount, not less than a floor and not more than a cap, which are of the same base. */
    record Within(Amount amount, @Nullable Amount floor, @Nullable Amount cap) implements Amount {
        @Override
        public Money stated(Money base, Money before) {
            Money money = amount.stated(base, before);
            money = floor == null ? money : money.max(floor.stated(base));
            return cap == null ? money : money.min(cap.stated(base));
        }
    }
}
