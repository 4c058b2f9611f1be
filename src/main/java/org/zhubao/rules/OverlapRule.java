package org.zhubao.rules;

import java.util.List;

/** What a clause or ruling says when two candidates meet. */
public sealed interface OverlapRule {

    List<String> basis();

    /** @return positive when the first prevails, negative when the second does, 0 when this rule says nothing */
    int decide(Entitlement one, Entitlement other);

    /** One prevails over the other, whatever they pay. */
    record Precedence(Selector winner, Selector loser, Selector except, List<String> basis) implements OverlapRule {
        public Precedence {
            basis = List.copyOf(basis);
        }

        @Override
        public int decide(Entitlement one, Entitlement other) {
            return prevails(one, other) ? 1 : prevails(other, one) ? -1 : 0;
        }

        private boolean prevails(Entitlement one, Entitlement other) {
            boolean bothWays = winner.selects(other) && loser.selects(one);
            return winner.selects(one)
                    && loser.selects(other)
                    && !bothWays
                    && !except.selects(one)
                    && !except.selects(other);
        }
    }

    /** The one named earlier prevails. */
    record Order(List<Selector> order, List<String> basis) implements OverlapRule {
        public Order {
            order = List.copyOf(order);
            basis = List.copyOf(basis);
        }

        @Override
        public int decide(Entitlement one, Entitlement other) {
            int first = place(one);
            int second = place(other);
            return first < 0 || second < 0 ? 0 : Integer.compare(second, first);
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
    record Highest(Selector among, Selector against, List<String> basis) implements OverlapRule {
        public Highest {
            basis = List.copyOf(basis);
        }

        @Override
        public int decide(Entitlement one, Entitlement other) {
            boolean speaks =
                    among.selects(one) && against.selects(other) || among.selects(other) && against.selects(one);
            return speaks ? one.subsidy().compareTo(other.subsidy()) : 0;
        }
    }
}
