package org.zhubao.rules;

/** What a policy says of one person, for one benefit year, and why. */
public sealed interface Determination permits Granted, Refused, NeedsReview {

    Outcome outcome();

    Reason reason();

    Trace trace();

    /** The same result reached another way, for when unknown facts turn out not to matter. */
    Determination with(Trace other);

    /** @return whether a person is treated alike in both, whatever the way there */
    default boolean sameResultAs(Determination other) {
        return with(Trace.NONE).equals(other.with(Trace.NONE));
    }
}
