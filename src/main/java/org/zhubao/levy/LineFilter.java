package org.zhubao.levy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a reconciliation to show; null means all.
 *
 * @param department that bears the subsidy
 * @param owner the office that has to act
 * @param township division code
 */
public record LineFilter(
        @Nullable Cause cause, @Nullable String department, @Nullable String owner, @Nullable String township) {

    public static final LineFilter ALL = new LineFilter(null, null, null, null);

    static final String CONDITION =
            """
            from reconciliation_line
            where reconciliation_id = :reconciliation
                and (:cause::text is null or cause = :cause)
                and (:department::text is null or department = :department)
                and (:owner::text is null or owner = :owner)
                and (:township::text is null or township = :township)
            """;

    public static LineFilter of(Cause cause) {
        return new LineFilter(cause, null, null, null);
    }

    Map<String, Object> parameters(UUID reconciliation) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("reconciliation", reconciliation);
        parameters.put("cause", cause == null ? null : cause.name());
        parameters.put("department", department);
        parameters.put("owner", owner);
        parameters.put("township", township);
        return parameters;
    }
}
