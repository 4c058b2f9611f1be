package org.zhubao.settlement;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.support.SettableClock;

/** The lists of one kind in a random season: one, whose acceptance moves on, as what counts is when the last one came. */
final class DrawnList {

    private final String county;
    private final String kind;
    private final String department;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Random random;
    private @Nullable UUID list;

    DrawnList(EveryKind county, String kind, String department, JdbcClient jdbc, SettableClock clock, Random random) {
        this.county = county.county().code();
        this.kind = kind;
        this.department = department;
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
    }

    /** Another one is accepted now. */
    UUID accepted() {
        if (list == null) {
            list = new UUID(random.nextLong(), random.nextLong());
            jdbc.sql(
                            """
                            insert into roster_batch
                            select (jsonb_populate_record(b, jsonb_build_object(
                                'id', :id::uuid, 'kind', :kind, 'department', :department))).*
                            from roster_batch b where b.county = :county and b.status = 'ACCEPTED' order by b.id limit 1
                            """)
                    .params(Map.of("id", list, "county", county, "kind", kind, "department", department))
                    .update();
        }
        jdbc.sql("update roster_batch set decided_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), list)
                .update();
        return list;
    }
}
