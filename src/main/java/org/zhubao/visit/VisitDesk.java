package org.zhubao.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.protection.Vault;
import org.zhubao.site.Paging;

/** What the screens show of lists for townships. Reads only; a township sees its own. */
@Repository
@Transactional(readOnly = true)
public class VisitDesk {

    private static final String LIST =
            """
            select l.*, t.name as township_name, f.visited, f.contradicting
            from visit_list l join division t on t.code = l.township
            cross join lateral (
                select count(*) as visited, count(*) filter (where f.finding = any (:contradicting)) as contradicting
                from visit_finding f
                where f.benefit_year = l.benefit_year and f.region = l.region and f.list_id = l.id and f.known_to is null
            ) f
            where l.county = :county and l.benefit_year = :year
            """;

    private static final String[] CONTRADICTING = Arrays.stream(Finding.values())
            .filter(Finding::contradicts)
            .map(Enum::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Vault vault;

    VisitDesk(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The newest first. */
    public List<VisitList> lists(Workplace workplace) {
        return select(workplace, LIST + " order by l.number desc")
                .query((row, n) -> list(row))
                .list();
    }

    public Optional<VisitList> find(Workplace workplace, UUID id) {
        return select(workplace, LIST + " and l.id = :id")
                .param("id", id)
                .query((row, n) -> list(row))
                .optional();
    }

    /** In the order of the list. */
    public List<VisitList.Line> lines(UUID list, Paging paging) {
        return jdbc.sql(
                        """
                        select v.line, v.village, v.identities, p.name, p.number_cipher, f.finding, f.visited_on, f.remark
                        from visit_line v
                        join person p on p.region = v.region and p.id = v.person_id
                        left join visit_finding f on f.benefit_year = v.benefit_year and f.region = v.region
                            and f.list_id = v.list_id and f.line = v.line and f.known_to is null
                        where v.list_id = ? order by v.line offset ? limit ?
                        """)
                .params(list, paging.offset(), paging.size())
                .query((row, n) -> line(row))
                .list();
    }

    /** How many lines have which finding. */
    public Map<Finding, Integer> summary(UUID list) {
        return jdbc
                .sql(
                        "select finding, count(*) as lines from visit_finding where list_id = ? and known_to is null group by 1")
                .param(list)
                .query((row, n) -> Map.entry(Finding.valueOf(row.getString("finding")), row.getInt("lines")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many of a list have been paid for since it was made. */
    public int paidSince(VisitList list) {
        return jdbc.sql(
                        """
                        select count(*) from visit_line v join person p on p.region = v.region and p.id = v.person_id
                        where v.list_id = ? and exists (select from payment_record r
                            where r.region = v.region and r.benefit_year = v.benefit_year and r.person_key = p.person_key
                                and r.known_to is null and r.known_from > ?)
                        """)
                .params(list.id(), Timestamp.from(list.madeAt()))
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec select(Workplace workplace, String sql) {
        return jdbc.sql(sql)
                .param("county", workplace.county().code())
                .param("year", workplace.benefitYear())
                .param("contradicting", CONTRADICTING);
    }

    private VisitList.Line line(ResultSet row) throws SQLException {
        String finding = row.getString("finding");
        String remark = row.getString("remark");
        return new VisitList.Line(
                row.getInt("line"),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                row.getString("village"),
                List.of(row.getString("identities").split("\\+")),
                finding == null ? null : Finding.valueOf(finding),
                row.getObject("visited_on", LocalDate.class),
                remark == null ? "" : remark);
    }

    private static VisitList list(ResultSet row) throws SQLException {
        return new VisitList(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("township_name"),
                row.getInt("people"),
                row.getInt("visited"),
                row.getInt("contradicting"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("recalled_by"),
                instant(row.getObject("recalled_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
