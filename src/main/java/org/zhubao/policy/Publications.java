package org.zhubao.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.rules.BenefitYears;
import org.zhubao.rules.Policy;

/** What was published when: events that are only ever added. */
@Repository
class Publications {

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds that a draft has come into force, as whichever version of its policy. */
    void add(Draft draft, Policy policy, int version, String approvedBy, Instant at) {
        jdbc.sql(
                        """
                        insert into policy_publication (draft, policy, region, first_benefit_year, last_benefit_year,
                            version, digest, submitted_by, approved_by, published_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        draft.id(),
                        policy.id(),
                        policy.region(),
                        policy.benefitYears().first(),
                        policy.benefitYears().last(),
                        version,
                        draft.digest(),
                        draft.submittedBy(),
                        approvedBy,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** How often a policy of that name was published. */
    int countOf(String policy) {
        return jdbc.sql("select count(*) from policy_publication where policy = ?")
                .param(policy)
                .query(Integer.class)
                .single();
    }

    /** All, the earliest first. */
    List<Published> all() {
        return jdbc.sql("select * from policy_publication order by id")
                .query((row, n) -> published(row))
                .list();
    }

    private static Published published(ResultSet row) throws SQLException {
        return new Published(
                row.getString("policy"),
                row.getString("region"),
                new BenefitYears(row.getInt("first_benefit_year"), row.getInt("last_benefit_year")),
                row.getInt("version"),
                row.getString("digest"),
                row.getString("submitted_by"),
                row.getString("approved_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    /** One publication. */
    record Published(
            String policy,
            String region,
            BenefitYears years,
            int version,
            String digest,
            String submittedBy,
            String approvedBy,
            Instant at) {}
}
