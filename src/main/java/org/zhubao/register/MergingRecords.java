package org.zhubao.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Makes two records of a person one, and two again. Claims and events are not rewritten: they end at the one record and
 * begin at the other, with the row they came from, so that what was known before can still be asked.
 */
@Repository
class MergingRecords {

    private static final String CLAIM =
            """
            region, county, township, benefit_year, department, identity, attributes, household, recognised_on, expires_on,
            valid_from, valid_to, batch_id, row_number""";

    private static final String EVENT =
            "region, county, benefit_year, kind, happened_on, moved_to, batch_id, row_number";

    /** Of a claim or event that a row under the other record's number told. */
    private static final String TOLD_OF_OTHER =
            """
            and exists (select from roster_row r join person o on o.region = x.region and o.id = :to
                where r.benefit_year = x.benefit_year and r.county = x.county and r.batch_id = x.batch_id
                    and r.row_number = x.row_number and r.person_key = o.person_key)""";

    private final JdbcClient jdbc;

    MergingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything said of one record is said of the other from now on. */
    void merge(String region, UUID kept, UUID merged, UUID correction, Instant now) {
        Map<String, Object> parameters = parameters(region, merged, kept, correction, now);
        move(parameters, "");
        jdbc.sql("insert into person_merge (region, merged_id, kept_id, known_from) values (:region, :from, :to, :now)")
                .params(parameters)
                .update();
    }

    /** What rows under the other record's number said goes back to it, and what gave way to the same of the kept one. */
    void separate(String region, UUID kept, UUID merged, UUID correction, Instant now) {
        Map<String, Object> parameters = parameters(region, kept, merged, correction, now);
        move(parameters, TOLD_OF_OTHER);
        jdbc.sql(
                        "insert into identity_claim (person_id, known_from, " + CLAIM + ") select distinct on"
                                + " (x.benefit_year, x.county, x.department, x.identity) :to, :now, "
                                + prefixed(CLAIM)
                                + """
                         from identity_claim x
                        join person_correction m on m.region = x.region and m.id = x.ended_by_correction
                            and m.kind = 'MERGE' and m.person_id = :from
                        where x.region = :region and x.person_id = :to
                            and exists (select from identity_claim k where k.region = x.region and k.person_id = :from
                                and k.benefit_year = x.benefit_year and k.county = x.county
                                and k.department = x.department and k.identity = x.identity and k.known_to is null)
                            and not exists (select from identity_claim k where k.region = x.region and k.person_id = :to
                                and k.benefit_year = x.benefit_year and k.county = x.county
                                and k.department = x.department and k.identity = x.identity and k.known_to is null)
                        order by x.benefit_year, x.county, x.department, x.identity, x.known_to desc
                        """)
                .params(parameters)
                .update();
        jdbc.sql(
                        """
                        update person_merge set known_to = :now
                        where region = :region and merged_id = :to and kept_id = :from and known_to is null
                        """)
                .params(parameters)
                .update();
    }

    private void move(Map<String, Object> parameters, String which) {
        jdbc.sql(
                        "with moved as (update identity_claim x set known_to = :now, ended_by_correction = :correction"
                                + " where x.region = :region and x.person_id = :from and x.known_to is null " + which
                                + " returning x.*) insert into identity_claim (person_id, known_from, " + CLAIM
                                + ") select :to, :now, " + prefixed(CLAIM)
                                + """
                         from moved x
                        where not exists (select from identity_claim k where k.region = x.region and k.person_id = :to
                            and k.benefit_year = x.benefit_year and k.county = x.county
                            and k.department = x.department and k.identity = x.identity and k.known_to is null)
                        """)
                .params(parameters)
                .update();
        jdbc.sql(
                        "with moved as (update person_event x set known_to = :now"
                                + " where x.region = :region and x.person_id = :from and x.known_to is null " + which
                                + " returning x.*) insert into person_event (person_id, known_from, " + EVENT
                                + ") select :to, :now, " + prefixed(EVENT)
                                + """
                         from moved x
                        where not exists (select from person_event k where k.region = x.region and k.person_id = :to
                            and k.county = x.county and k.kind = x.kind and k.known_to is null
                            and (k.kind = 'DEATH' or k.happened_on = x.happened_on))
                        """)
                .params(parameters)
                .update();
    }

    private static String prefixed(String columns) {
        return "x." + columns.replaceAll(",\\s*", ", x.");
    }

    private static Map<String, Object> parameters(String region, UUID from, UUID to, UUID correction, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("region", region);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("correction", correction);
        parameters.put("now", Timestamp.from(now));
        return parameters;
    }
}
