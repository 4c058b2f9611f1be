package org.zhubao.levy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.division.Division;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;
import org.zhubao.rules.Delivery;

/**
 * Whoever is marked, by the way in which the subsidy reaches them: the list that a department declares and pays for, and
 * the one that is cleared after the collection. A department sees its own people only.
 */
@Repository
@Transactional(readOnly = true)
public class DeliveryLists {

    private static final int FETCH_ROWS = 1000;
    private static final String MARKED =
            "with " + MarkDrafts.MARKED_LAST + ", marked as (select * from last_mark where change <> 'CANCELLED') ";

    private final JdbcClient jdbc;
    private final Vault vault;

    DeliveryLists(DataSource dataSource, Vault vault) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_ROWS);
        this.jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(streaming));
        this.vault = vault;
    }

    /** People of one way of delivery and department; amounts in fen. */
    public record Sum(Delivery delivery, String department, int people, long subsidyFen) {}

    /** One person; amounts in fen. */
    public record Line(
            String township,
            String name,
            IdNumber number,
            String paidAs,
            long premiumFen,
            long subsidyFen,
            long collectedFen) {}

    public List<Sum> sums(Division county, int benefitYear) {
        jdbc.sql(MarkDrafts.ROOM).update();
        return jdbc.sql(
                        MARKED
                                + """
                        select delivery, department, count(*) as people, sum(subsidy_fen)::bigint as subsidy_fen
                        from marked group by delivery, department order by delivery, department
                        """)
                .params(parameters(county, benefitYear))
                .query((row, n) -> new Sum(
                        Delivery.valueOf(row.getString("delivery")),
                        row.getString("department"),
                        row.getInt("people"),
                        row.getLong("subsidy_fen")))
                .list();
    }

    /** Hands one list to {@code reader}, by township and name. */
    public void read(
            Division county, int benefitYear, Delivery delivery, String department, Consumer<Stream<Line>> reader) {
        jdbc.sql(MarkDrafts.ROOM).update();
        try (Stream<Line> lines = jdbc
                .sql(
                        MARKED
                                + """
                        select l.* from marked m
                        join mark_line l on l.push_id = m.push_id and l.sequence = m.sequence
                        where m.delivery = :delivery and m.department = :department
                        order by l.township nulls last, l.name, l.person_id
                        """)
                .params(parameters(county, benefitYear))
                .param("delivery", delivery.name())
                .param("department", department)
                .query((row, n) -> new Line(
                        row.getString("township_name"),
                        row.getString("name"),
                        vault.decryptNumber(row.getBytes("number_cipher")),
                        row.getString("paid_as"),
                        row.getLong("premium_fen"),
                        row.getLong("subsidy_fen"),
                        row.getLong("collected_fen")))
                .stream()) {
            reader.accept(lines);
        }
    }

    private static Map<String, Object> parameters(Division county, int benefitYear) {
        return Map.of("region", county.region(), "county", county.code(), "year", benefitYear);
    }
}
