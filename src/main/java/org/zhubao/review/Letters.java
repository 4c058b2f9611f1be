package org.zhubao.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.division.Department;
import org.zhubao.protection.Vault;
import org.zhubao.site.Refusal;

/** Letters that ask departments to correct their lists, numbered in a county and year. */
@Repository
public class Letters {

    private final JdbcClient jdbc;
    private final Vault vault;

    Letters(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A letter as it is printed. @param people in the order of townships and names */
    public record Letter(
            UUID id,
            int number,
            Department department,
            ItemKind kind,
            Pattern pattern,
            String reason,
            String by,
            Instant at,
            List<Asked> people) {}

    /** Somebody whom a letter is about. @param detail what stands against what */
    public record Asked(String name, String maskedNumber, String township, Pattern pattern, String detail) {}

    /**
     * One letter for each department that certified what the decision is about.
     *
     * @throws Refusal when none did
     */
    void write(Workplace workplace, UUID decision) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('letters' || ? || ?))")
                .params(workplace.county().code(), workplace.benefitYear())
                .query(row -> {});
        int written = jdbc.sql(
                        """
                        insert into review_letter (region, county, benefit_year, id, number, decision_id, department)
                        select :region, :county, :year, uuidv7(), row_number() over (order by asked.department)
                                + coalesce((select max(number) from review_letter
                                    where county = :county and benefit_year = :year), 0),
                            :decision, asked.department
                        from (select distinct i.department from review_decided_item x
                            join review_item i on i.benefit_year = x.benefit_year and i.region = x.region and i.id = x.item_id
                            where x.decision_id = :decision and i.department is not null) asked
                        """)
                .params(Map.of(
                        "region", workplace.county().region(),
                        "county", workplace.county().code(),
                        "year", workplace.benefitYear(),
                        "decision", decision))
                .update();
        if (written == 0) {
            throw new Refusal("review.nobody-to-ask");
        }
    }

    /** The letters of a decision, by number. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Short>> of(List<UUID> decisions) {
        return decisions.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select id, number, department, decision_id from review_letter where decision_id in (:ids) order by number")
                        .param("ids", decisions)
                        .query((row, n) -> Map.entry(
                                row.getObject("decision_id", UUID.class),
                                new Short(
                                        row.getObject("id", UUID.class),
                                        row.getInt("number"),
                                        department(row.getString("department")))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What a list says of a letter. */
    public record Short(UUID id, int number, Department department) {}

    @Transactional(readOnly = true)
    public Optional<Letter> find(UUID id, Workplace workplace) {
        return jdbc.sql(
                        """
                        select l.*, d.kind, d.pattern, d.reason, d.decided_by, d.decided_at from review_letter l
                        join review_decision d on d.benefit_year = l.benefit_year and d.region = l.region
                            and d.id = l.decision_id
                        where l.id = ? and l.county = ? and l.benefit_year = ?
                        """)
                .params(id, workplace.county().code(), workplace.benefitYear())
                .query((row, n) -> new Letter(
                        id,
                        row.getInt("number"),
                        department(row.getString("department")),
                        ItemKind.valueOf(row.getString("kind")),
                        Pattern.of(row.getString("pattern")),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        asked(row.getObject("decision_id", UUID.class), row.getString("department"))))
                .optional();
    }

    private List<Asked> asked(UUID decision, String department) {
        return jdbc.sql(
                        """
                        select p.name, p.number_cipher, coalesce(t.name, '') as township, i.pattern, i.detail
                        from review_decided_item x
                        join review_item i on i.benefit_year = x.benefit_year and i.region = x.region and i.id = x.item_id
                        join person p on p.region = i.region and p.id = i.person_id
                        left join division t on t.code = i.township
                        where x.decision_id = ? and i.department = ?
                        order by i.township nulls last, p.comparable_name, p.id
                        """)
                .params(decision, department)
                .query((row, n) -> new Asked(
                        row.getString("name"),
                        vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                        row.getString("township"),
                        Pattern.of(row.getString("pattern")),
                        row.getString("detail")))
                .list();
    }

    private static Department department(String code) {
        return Department.ofCode(code).orElseThrow();
    }
}
