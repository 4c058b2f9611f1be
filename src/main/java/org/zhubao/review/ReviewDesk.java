package org.zhubao.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.protection.Vault;
import org.zhubao.site.Paging;

/** What the screens show of the review: open items by pattern, and the people behind each. Reads only. */
@Repository
@Transactional(readOnly = true)
public class ReviewDesk {

    private final JdbcClient jdbc;
    private final Vault vault;

    ReviewDesk(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * People to whom the same applies.
     *
     * @param subsidyFen what is at stake for all of them
     * @param since when the first of them was found
     */
    public record Group(ItemKind kind, Pattern pattern, int persons, long subsidyFen, Instant since) {}

    /** Somebody to be looked at. @param detail what stands against what; empty where the pattern says all */
    public record Line(
            UUID item,
            UUID personId,
            String name,
            String maskedNumber,
            String township,
            ItemKind kind,
            Pattern pattern,
            long subsidyFen,
            String detail,
            Instant since) {}

    /** Open items by kind and pattern, in the order of the kinds, the most people first; of one kind when it is given. */
    public List<Group> groups(Workplace workplace, @Nullable ItemKind kind) {
        return jdbc
                .sql(
                        """
                        select kind, pattern, count(*) as persons, sum(subsidy_fen) as subsidy_fen, min(known_from) as since
                        from open_review_item
                        where county = :county and benefit_year = :year and (:kind::text is null or kind = :kind)
                        group by kind, pattern order by kind, persons desc, pattern
                        """)
                .param("county", workplace.county().code())
                .param("year", workplace.benefitYear())
                .param("kind", kind == null ? null : kind.name())
                .query((row, n) -> new Group(
                        ItemKind.valueOf(row.getString("kind")),
                        Pattern.of(row.getString("pattern")),
                        row.getInt("persons"),
                        row.getLong("subsidy_fen"),
                        instant(row, "since")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Group::kind))
                .toList();
    }

    public int count(Workplace workplace, Selection selection) {
        return jdbc.sql("with " + Selection.SQL + " select count(*) from selected where item_id is not null")
                .params(selection.parameters(workplace))
                .query(Integer.class)
                .single();
    }

    /** By township and name. */
    public List<Line> lines(Workplace workplace, Selection selection, Paging paging) {
        Map<String, Object> parameters = new HashMap<>(selection.parameters(workplace));
        parameters.put("offset", paging.offset());
        parameters.put("limit", paging.size());
        return jdbc.sql(
                        "with " + Selection.SQL
                                + """
                        select s.*, p.name, p.number_cipher, coalesce(t.name, '') as township_name
                        from selected s join person p on p.region = :region and p.id = s.person_id
                        left join division t on t.code = s.township
                        where s.item_id is not null
                        order by s.township nulls last, p.comparable_name, p.id, s.item_id offset :offset limit :limit
                        """)
                .params(parameters)
                .query((row, n) -> line(row))
                .list();
    }

    /** An item that waits for a decision; empty when there is none, or none any more. */
    public Optional<Line> item(Workplace workplace, UUID item) {
        return lines(workplace, Selection.item(item), new Paging(1, 1, 1)).stream()
                .findFirst();
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("item_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                row.getString("township_name"),
                ItemKind.valueOf(row.getString("kind")),
                Pattern.of(row.getString("pattern")),
                row.getLong("subsidy_fen"),
                row.getString("detail"),
                instant(row, "known_from"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
