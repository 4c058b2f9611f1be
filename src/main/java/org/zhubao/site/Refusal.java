package org.zhubao.site;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * An action that the office does not allow, said in a way the user can act on. Throw it anywhere; no controller catches
 * it. Its words are the message {@code refusal.<code>} of any bundle, with the arguments filled in.
 *
 * <p>What the user sees: a form that was refused with 409 brings them back to the page they came from, with the message
 * on top; where somebody else was first, and for everything else, the message is a page of its own with the status.
 *
 * <pre>{@code
 * if (batch.isAccepted()) {
 *     throw new Refusal("already-accepted", batch.decidedBy());
 * }
 * var sheet = sheets.find(id).orElseThrow(Refusal::notFound);
 * }</pre>
 */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final boolean overtaken;
    private final List<Object> arguments;

    /** Refused because of how things stand (409). Arguments never hold a full identity number. */
    public Refusal(String code, Object... arguments) {
        this(HttpStatus.CONFLICT, code, arguments);
    }

    public Refusal(HttpStatus status, String code, Object... arguments) {
        this(status, code, false, arguments);
    }

    private Refusal(HttpStatus status, String code, boolean overtaken, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.overtaken = overtaken;
        this.arguments = List.of(arguments);
    }

    /** Nothing is wrong with what was asked, but things have moved on since the page was read (409). */
    public static Refusal overtaken(String code, Object... arguments) {
        return new Refusal(HttpStatus.CONFLICT, code, true, arguments);
    }

    /** There is none, or none within the user's scope: both look alike (404). */
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "no-such-page");
    }

    /** The role does not allow it (403). */
    public static Refusal notAllowed() {
        return new Refusal(HttpStatus.FORBIDDEN, "not-allowed");
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Whether the same request would have been granted to whoever had come first. */
    public boolean isOvertaken() {
        return overtaken;
    }

    public String messageKey() {
        return "refusal." + code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
