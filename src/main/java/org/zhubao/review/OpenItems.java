package org.zhubao.review;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.OpenMatters;
import org.zhubao.account.Workplace;

/** The open items of the review, for the menu of every page. */
@Component
class OpenItems implements OpenMatters {

    private final JdbcClient jdbc;

    OpenItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public int count(Workplace workplace) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select from open_review_item where county = :county and benefit_year = :year limit :most) item
                        """)
                .param("county", workplace.county().code())
                .param("year", workplace.benefitYear())
                .param("most", MOST)
                .query(Integer.class)
                .single();
    }
}
