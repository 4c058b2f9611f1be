package org.zhubao.settlement;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.zhubao.determination.Run;

/**
 * What a sheet is drafted from.
 *
 * @param reconciliation where the tax bureau has sent payments: who of the run is to be charged, and in which tier; null
 *     while it has not, and everybody the run grants something is charged
 */
record Basis(Run run, @Nullable UUID reconciliation) {

    /** For statements about one fund. */
    Map<String, Object> of(String fund) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("county", run.county());
        parameters.put("year", run.benefitYear());
        parameters.put("run", run.id());
        parameters.put("reconciliation", new SqlParameterValue(Types.OTHER, reconciliation));
        parameters.put("at", Timestamp.from(run.asKnownOn()));
        parameters.put("fund", fund);
        return parameters;
    }
}
