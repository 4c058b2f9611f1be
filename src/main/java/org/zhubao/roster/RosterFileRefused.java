package org.zhubao.roster;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * A file as a whole is not taken. The messages {@code refusal.<code>} and {@code refusal.<code>.todo} say why and what
 * to do.
 */
public final class RosterFileRefused extends RuntimeException {

    /** Why; each names its arguments. */
    public enum Reason {
        /** The file's name says spreadsheet, the content is something else. Argument: what, as message key {@code format.…}. */
        NOT_A_SPREADSHEET,
        /** A spreadsheet of a form that is not read. Argument: which, as message key {@code format.…}. */
        UNSUPPORTED,
        EMPTY,
        /** Arguments: the missing column as message key {@code column.…}, then what was found in the first lines. */
        NO_HEADER,
        /** Arguments: the missing column as message key {@code column.…}, the letters of the hidden columns. */
        HIDDEN_COLUMN,
        /** A quotation mark without its end makes one cell of many rows. Argument: the row. */
        OPEN_QUOTE,
        /** Most numbers end in three zeros, which stand for digits that are lost. Arguments: how many, of how many rows. */
        LOST_DIGITS,
        /** The same column stands there twice. Arguments: the column as message key {@code column.…}, the two headings as written. */
        DOUBLE_COLUMN,
        /** Headings without anybody below. Argument: the sheet; of a text file, what it is, as message key. */
        NO_ROWS,
        TOO_LARGE,
        /** Reading it took longer than any roster does, or was begun and cut off again and again. */
        TOO_SLOW,
        ENCRYPTED,
        BROKEN,
        /** The content swells beyond any roster, or hides entries. */
        ZIP_BOMB,
        /** Argument: the department that the file belongs to, as message key {@code department.…}. */
        WRONG_DEPARTMENT,
        /** Arguments: the name of the county that the file belongs to, the name of the one expected. */
        OTHER_COUNTY,
        /** Our own fault. Argument: the reference in the log. */
        READING_FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final List<String> arguments;
    private final @Nullable UnreadHeading heading;

    public RosterFileRefused(Reason reason, String... arguments) {
        this(reason, (UnreadHeading) null, arguments);
    }

    /** @param heading what a person may explain; null when nothing looks like a heading */
    public RosterFileRefused(Reason reason, @Nullable UnreadHeading heading, String... arguments) {
        super(reason.code());
        this.reason = reason;
        this.heading = heading;
        this.arguments = Stream.of(arguments).map(RowProblem::masked).toList();
    }

    public RosterFileRefused(Reason reason, Throwable cause) {
        super(reason.code(), cause);
        this.reason = reason;
        this.arguments = List.of();
        this.heading = null;
    }

    /** The heading that could not be read, so that a person can explain it; null when there is none. */
    public @Nullable UnreadHeading heading() {
        return heading;
    }

    public Reason reason() {
        return reason;
    }

    /** The stable code: {@code no-header}. */
    public String code() {
        return reason.code();
    }

    /** As {@link Reason} says: some are message keys. Identity numbers in them are masked. */
    public List<String> arguments() {
        return arguments;
    }

    /** The arguments for a message source, which looks up those that are message keys. */
    public Object[] messageArguments() {
        return arguments.stream()
                .map(argument -> new DefaultMessageSourceResolvable(new String[] {argument}, argument))
                .toArray();
    }
}
