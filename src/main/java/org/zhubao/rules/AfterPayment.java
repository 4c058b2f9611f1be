package org.zhubao.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a difference that shows after somebody has paid.
 *
 * @param identities those whose payment it is about; empty for everybody
 * @param more what happens when the person should have paid less
 * @param less what happens when the person should have paid more
 */
public record AfterPayment(Set<String> identities, Handling more, Handling less, List<String> basis) {

    public AfterPayment {
        identities = Set.copyOf(identities);
        basis = List.copyOf(basis);
    }

    /** How a difference is dealt with. */
    public enum Handling {
        /** The difference is paid to the person. */
        TOPPED_UP,
        /** What the person paid is given back where it was collected, and the person is enrolled anew. */
        REFUNDED,
        /** The difference is claimed from the person. */
        RECOVERED,
        /** Nothing changes: what was paid stays. */
        NEITHER,
        /** The text says nothing. */
        UNSAID;

        /** How a policy text names it: {@code topped-up}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String messageKey() {
            return "after-payment." + word();
        }
    }

    /**
     * @param difference between the two subsidies, never negative; 0 where nothing changes
     */
    public record Change(Handling handling, Money difference, List<String> basis) {}

    /**
     * What follows when somebody paid by one determination and another holds now.
     *
     * @return empty where this says nothing of it, or nothing differs
     */
    Optional<Change> between(Determination paidBy, Determination now) {
        Money before = subsidy(paidBy);
        Money after = subsidy(now);
        if (paidBy instanceof NeedsReview || now instanceof NeedsReview || before.equals(after)) {
            return Optional.empty();
        }
        boolean rises = after.compareTo(before) > 0;
        Handling handling = rises ? more : less;
        if (handling == Handling.UNSAID || !speaksOf(rises ? now : paidBy)) {
            return Optional.empty();
        }
        Money difference = rises ? after.minus(before) : before.minus(after);
        return Optional.of(new Change(handling, handling == Handling.NEITHER ? Money.ZERO : difference, basis));
    }

    private boolean speaksOf(Determination determination) {
        return identities.isEmpty()
                || determination instanceof Granted granted
                        && granted.identities().stream().anyMatch(identities::contains);
    }

    private static Money subsidy(Determination determination) {
        return determination instanceof Granted granted ? granted.subsidy() : Money.ZERO;
    }
}
