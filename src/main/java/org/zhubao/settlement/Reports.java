package org.zhubao.settlement;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.rules.Fund;

/** Adds up what the year's sheets have come to. */
@Service
@Transactional(readOnly = true)
public class Reports {

    /** What each fund bears for each person, or gets back, differences and all, with category and township by the newest sheet. */
    private static final String BORNE =
            """
            with borne as (
                select l.region, l.person_id, l.fund, sum(l.fund_fen)::bigint as fen,
                    (array_agg(l.paid_as order by s.frozen_at desc, l.sequence))[1] as category,
                    (array_agg(l.township_name order by s.frozen_at desc, l.sequence))[1] as township
                from settlement_line l join settlement_sheet s on s.id = l.sheet_id
                where s.county = :county and s.benefit_year = :year and s.fund = any (:funds)
                    and s.status in ('APPROVED', 'PAID')
                group by l.region, l.person_id, l.fund having sum(l.fund_fen) <> 0
            )
            """;

    private final JdbcClient jdbc;
    private final PolicyCatalog policies;

    Reports(JdbcClient jdbc, PolicyCatalog policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /** @param funds codes; others are left out */
    public Report of(String county, int benefitYear, List<String> funds) {
        Map<String, Object> parameters =
                Map.of("county", county, "year", benefitYear, "funds", funds.toArray(String[]::new));
        Report.Row total = jdbc.sql(BORNE
                        + "select '' as name, count(distinct person_id) as persons, coalesce(sum(fen), 0) as fen"
                        + " from borne")
                .params(parameters)
                .query(Report.Row.class)
                .single();
        return new Report(
                        total.persons(),
                        total.fen(),
                        rows("category", parameters),
                        rows("township", parameters),
                        rows("fund", parameters))
                .named(code -> name(county, benefitYear, code));
    }

    private List<Report.Row> rows(String column, Map<String, Object> parameters) {
        return jdbc.sql(BORNE
                        + "select %1$s as name, count(distinct person_id) as persons, sum(fen)::bigint as fen"
                                .formatted(column)
                        + " from borne group by %1$s order by %1$s = '', sum(fen) desc, %1$s".formatted(column))
                .params(parameters)
                .query(Report.Row.class)
                .list();
    }

    private String name(String county, int benefitYear, String fund) {
        return policies.find(county, benefitYear)
                .flatMap(published -> published.policy().fund(fund))
                .map(Fund::name)
                .orElse(fund);
    }
}
