package org.zhubao.rules;

import java.util.List;

/**
 * A person must decide: the text is silent, a fact is missing, or two outcomes stand with nothing between them.
 *
 * @param open what is open: identities no clause pays, names of unknown facts, or undecided standards
 */
public record NeedsReview(Reason reason, List<String> open, Trace trace) implements Determination {

    public NeedsReview {
        open = List.copyOf(open);
    }

    @Override
    public Outcome outcome() {
        return Outcome.NEEDS_REVIEW;
    }

    @Override
    public NeedsReview with(Trace other) {
        return new NeedsReview(reason, open, other);
    }
}
