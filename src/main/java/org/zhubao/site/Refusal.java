package org.zhubao.site;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * An action that the office does not allow, said in a way the user can act on. Throw it anywhere; no controller catches
 * it. Its words are the message {@code refusal.<code>} of any bundle, with the arguments filled in.
 *
 * <p>What the user sees: a form that was refused with 409 brings them back to the page they came from, with the message
 * on top; everything else shows the message on a page of its own with the status.
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
    private final List<Object> arguments;

    /** Refused because of how things stand (409). Arguments never hold a full identity number. */
    public Refusal(String code, Object... arguments) {
        this(HttpStatus.CONFLICT, code, arguments);
    }

    public Refusal(HttpStatus status, String code, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
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

    public String messageKey() {
        return "refusal." + code;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
