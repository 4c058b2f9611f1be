package org.zhubao.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.determination.Verdict;

/**
 * Something that was decided, about one person or a group.
 *
 * @param kind null where somebody was decided about without an item
 * @param wasFen what the people got, or what was at stake, before
 * @param subsidyFen what they get after it
 * @param override where it goes against the rules
 */
public record Decision(
        UUID id,
        Act act,
        @Nullable ItemKind kind,
        Pattern pattern,
        int persons,
        long wasFen,
        long subsidyFen,
        String reason,
        String by,
        Instant at,
        State state,
        @Nullable String undoneBecause,
        Optional<Override> override) {

    /** Whether it can still be undone, and by that user: whoever proposed what two have agreed on does not. */
    public boolean mayBeUndoneBy(String username) {
        return (state == State.STANDING || state == State.WAITING) && !isForOthersToUndo(username);
    }

    /** Whether two have agreed on it, and that user was the first of them. */
    public boolean isForOthersToUndo(String username) {
        return state == State.STANDING && override.isPresent() && by.equals(username);
    }

    /** How far a decision is; {@code review.state.<code>} says it. */
    public enum State {
        /** Waits for a second person. */
        WAITING("waiting", "warn"),
        STANDING("standing", "ok"),
        REJECTED("rejected", "bad"),
        UNDONE("undone", "");

        private final String code;
        private final String tag;

        State(String code, String tag) {
            this.code = code;
            this.tag = tag;
        }

        public String messageKey() {
            return "review.state." + code;
        }

        /** The look of its tag. */
        public String tag() {
            return tag;
        }
    }

    /** What an override rests on, and who agreed. */
    public record Override(
            Verdict verdict,
            String document,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID attachment,
            @Nullable String attachmentName,
            @Nullable String decidedBy) {}
}
