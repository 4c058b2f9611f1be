package org.zhubao.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.protection.Vault;
import org.zhubao.site.Paging;

/** Whom a decision is about: who agrees to it, or undoes it, looks at them first. Reads only. */
@Repository
@Transactional(readOnly = true)
public class DecidedPeople {

    /** Those of its items, and whom it overrides without there having been one. */
    private static final String CONCERNED =
            """
            with concerned as (
                select person_id, max(detail) as detail from (
                    select v.person_id, '' as detail from override v
                    where v.benefit_year = :year and v.region = :region and v.county = :county
                        and v.proposal_id = :decision
                    union all
                    select i.person_id, i.detail from review_decided_item x
                    join review_item i on i.benefit_year = x.benefit_year and i.region = x.region and i.id = x.item_id
                    where x.benefit_year = :year and x.region = :region and x.decision_id = :decision
                        and i.county = :county
                ) of_it group by person_id
            )
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    DecidedPeople(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param detail what stands against what; empty where nothing does */
    public record Line(UUID personId, String name, String maskedNumber, String township, String detail) {}

    /** @return 0 for a decision of another county, too */
    public int count(Workplace workplace, UUID decision) {
        return jdbc.sql(CONCERNED + "select count(*) from concerned")
                .params(parameters(workplace, decision))
                .query(Integer.class)
                .single();
    }

    /** By township and name. */
    public List<Line> lines(Workplace workplace, UUID decision, Paging paging) {
        return jdbc.sql(
                        CONCERNED
                                + """
                        select c.person_id, c.detail, p.name, p.number_cipher, coalesce(t.name, '') as township_name
                        from concerned c join person p on p.region = :region and p.id = c.person_id
                        cross join lateral (select case when p.county = :county then p.township
                            else listed_township(p.region, p.id, :county) end as township) h
                        left join division t on t.code = h.township
                        order by h.township nulls last, p.comparable_name, p.id offset :offset limit :limit
                        """)
                .params(parameters(workplace, decision))
                .param("offset", paging.offset())
                .param("limit", paging.size())
                .query((row, n) -> new Line(
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                        row.getString("township_name"),
                        row.getString("detail")))
                .list();
    }

    private static Map<String, Object> parameters(Workplace workplace, UUID decision) {
        return new HashMap<>(Map.of(
                "region", workplace.county().region(),
                "county", workplace.county().code(),
                "year", workplace.benefitYear(),
                "decision", decision));
    }
}
