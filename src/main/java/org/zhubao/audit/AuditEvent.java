package org.zhubao.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put on record; who, when and from where the trail finds out by itself.
 *
 * <pre>{@code
 * trail.record(AuditEvent.of(Action.ROSTER_RETURNED, county, "roster " + id)
 *         .changing("status", "SUBMITTED", "RETURNED")
 *         .with("reason", reason));
 * }</pre>
 *
 * @param who whom to name instead of the user who is signed in; null for that user
 * @param role in which they act, where the session does not say so yet; null for what the session says
 * @param division prefix of the divisions it concerns; empty is everything
 * @param object kind and id
 * @param before what was, in few words
 * @param after what is now. Neither ever holds an identity number.
 */
public record AuditEvent(
        Action action,
        @Nullable String who,
        @Nullable String role,
        String division,
        String object,
        SortedMap<String, String> before,
        SortedMap<String, String> after) {

    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)");

    /** A digest may have eighteen digits in a row by chance, and is no number of anybody. */
    private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-f])(?:[0-9a-f]{32}){1,2}(?![0-9a-f])");

    /** @throws IllegalArgumentException when anything in it looks like a whole identity number */
    public AuditEvent {
        before = new TreeMap<>(before);
        after = new TreeMap<>(after);
        if (IDENTITY_NUMBER
                .matcher(DIGEST.matcher(object + before + after).replaceAll(""))
                .find()) {
            throw new IllegalArgumentException("the trail holds no identity numbers: " + action);
        }
    }

    public static AuditEvent of(Action action, String division, String object) {
        return new AuditEvent(action, null, null, division, object, new TreeMap<>(), new TreeMap<>());
    }

    /** Names who did it where nobody is signed in, or not yet. */
    public AuditEvent by(String username) {
        return new AuditEvent(action, username, null, division, object, before, after);
    }

    /** The same for who is about to be signed in. @param role name of the role, as {@code CLERK} */
    public AuditEvent by(String username, String role) {
        return new AuditEvent(action, username, role, division, object, before, after);
    }

    public AuditEvent with(String name, Object value) {
        return new AuditEvent(action, who, role, division, object, before, plus(after, name, value));
    }

    public AuditEvent changing(String name, Object was, Object is) {
        return new AuditEvent(action, who, role, division, object, plus(before, name, was), plus(after, name, is));
    }

    private static SortedMap<String, String> plus(Map<String, String> map, String name, Object value) {
        SortedMap<String, String> more = new TreeMap<>(map);
        more.put(name, value.toString());
        return more;
    }
}
