package org.zhubao.determination;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.Vault;
import org.zhubao.site.Paging;

/** The people of {@link FactsOfPeople#TABLE}, in the transaction that has filled it. */
@Repository
public class GroupedPeople {

    private static final int ROWS = 50;

    private static final String LIST =
            """
            from person_facts f
            join person p on p.region = f.region and p.id = f.person_id
            left join division t on t.code = f.township
            where f.outcome_id = any (:groups) and (:township::text is null or f.township = :township)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    GroupedPeople(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param group the number they share with whoever is alike */
    public record Line(UUID personId, String name, String maskedNumber, String township, int group) {}

    /** One page of a list. */
    public record Page(Paging paging, List<Line> lines) {}

    /** How many people share a number and a township; null for those without one. */
    record Size(int group, @Nullable String township, int persons) {}

    /** People by number. */
    Map<Integer, Integer> sizes() {
        Map<Integer, Integer> sizes = new HashMap<>();
        sizesByTownship().forEach(size -> sizes.merge(size.group(), size.persons(), Integer::sum));
        return sizes;
    }

    List<Size> sizesByTownship() {
        return jdbc.sql(
                        "select outcome_id, township, count(*) as persons from person_facts group by 1, 2 order by 2, 1")
                .query((row, n) -> new Size(row.getInt("outcome_id"), row.getString("township"), row.getInt("persons")))
                .list();
    }

    /**
     * Those who have one of the numbers, by township and name.
     *
     * @param township code; null for all
     */
    Page page(List<Integer> groups, @Nullable String township, int number) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("groups", groups.toArray(Integer[]::new));
        parameters.put("township", township);
        int total = jdbc.sql("select count(*) " + LIST)
                .params(parameters)
                .query(Integer.class)
                .single();
        Paging paging = new Paging(number, ROWS, total);
        List<Line> lines = jdbc.sql(
                        "select p.id, p.name, p.number_cipher, coalesce(t.name, '') as township_name, f.outcome_id "
                                + LIST
                                + " order by f.township nulls last, p.comparable_name, p.id offset :offset limit :limit")
                .params(parameters)
                .param("offset", paging.offset())
                .param("limit", ROWS)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                        row.getString("township_name"),
                        row.getInt("outcome_id")))
                .list();
        return new Page(paging, lines);
    }
}
