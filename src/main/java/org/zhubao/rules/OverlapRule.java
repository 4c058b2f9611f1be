package org.zhubao.rules;

import java.util.List;
import java.util.OptionalInt;

/** What a clause or ruling says when two candidates meet. */
public sealed interface OverlapRule {

    List<String> basis();

    /** Whom it does not speak of, whatever it says of the others. */
    Selector except();

    /** What it says of two that are no exception; as {@link #decide}. */
    int says(Entitlement one, Entitlement other);

    /** @return positive when the first prevails, negative when the second does, 0 when this rule says nothing */
    default int decide(Entitlement one, Entitlement other) {
        return except().selects(one) || except().selects(other) ? 0 : says(one, other);
    }

    /**
     * How closely it names two of whom it says something: the closer, the more specific it is.
     *
     * @return empty where it names nobody to prevail, but compares what they pay
     */
    OptionalInt closeness(Entitlement one, Entitlement other);

    /** One prevails over the other, whatever they pay. */
    record Precedence(Selector winner, Selector loser, Selector except, List<String> basis) implements OverlapRule {
        public Precedence {
            basis = List.copyOf(basis);
        }

        @Override
        public int says(Entitlement one, Entitlement other) {
            return prevails(one, other) ? 1 : prevails(other, one) ? -1 : 0;
        }

        @Override
        public OptionalInt closeness(Entitlement one, Entitlement other) {
            return OptionalInt.of(winner.closeness() + loser.closeness());
        }

        private boolean prevails(Entitlement one, Entitlement other) {
            boolean bothWays = winner.selects(other) && loser.selects(one);
            return winner.selects(one) && loser.selects(other) && !bothWays;
        }
    }

    /** The one named earlier prevails. */
    record Order(List<Selector> order, Selector except, List<String> basis) implements OverlapRule {
        public Order {
            order = List.copyOf(order);
            basis = List.copyOf(basis);
        }

        @Override
        public int says(Entitlement one, Entitlement other) {
            int first = place(one);
            int second = place(other);
            return first < 0 || second < 0 ? 0 : Integer.compare(second, first);
        }

        @Override
        public OptionalInt closeness(Entitlement one, Entitlement other) {
            return OptionalInt.of(
                    order.get(place(one)).closeness() + order.get(place(other)).closeness());
        }

        private int place(Entitlement entitlement) {
            for (int i = 0; i < order.size(); i++) {
                if (order.get(i).selects(entitlement)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** The one that pays more prevails; nothing is said of two that pay the same. */
    record Highest(Selector among, Selector against, Selector except, List<String> basis) implements OverlapRule {
        public Highest {
            basis = List.copyOf(basis);
        }

        @Override
        public int says(Entitlement one, Entitlement other) {
            boolean speaks =
                    among.selects(one) && against.selects(other) || among.selects(other) && against.selects(one);
            return speaks ? one.subsidy().compareTo(other.subsidy()) : 0;
        }

        @Override
        public OptionalInt closeness(Entitlement one, Entitlement other) {
            return OptionalInt.empty();
        }
    }
}
