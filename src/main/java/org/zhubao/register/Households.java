package org.zhubao.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;

/**
 * Whom lists put into one household. Each department numbers households in its own way, so there may be several; some
 * count anew in each village, so that only neighbours are taken for a household. Whom another county has on record lives
 * where this county's lists say.
 */
@Repository
@Transactional(readOnly = true)
public class Households {

    private final JdbcClient jdbc;
    private final Vault vault;

    Households(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A household as one department lists it. @param members by name, the person asked about among them */
    public record Household(String department, List<Member> members) {

        public Household {
            members = List.copyOf(members);
        }
    }

    /** Somebody of a household. @param identities codes, of all departments */
    public record Member(UUID id, String name, String maskedNumber, String township, List<String> identities) {}

    /** Those of a person in a county and year, with as many of the others as whoever asks may see; none of one alone. */
    public List<Household> of(Person person, String county, int benefitYear) {
        Map<String, List<Member>> households = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        with own as (
                            select distinct department, household_number
                            from identity_claim
                            where region = :region and person_id = :person and county = :county and benefit_year = :year
                                and known_to is null and household_number is not null
                        ), listed as (
                            select m.department, m.household_number as number, p.id, p.name, p.comparable_name,
                                p.number_cipher,
                                case when p.county = :county then p.township
                                    else listed_township(p.region, p.id, :county) end as township,
                                case when p.county = :county then p.village
                                    else (select r.village from roster_row r
                                        where r.benefit_year = m.benefit_year and r.county = m.county
                                            and r.batch_id = m.batch_id and r.row_number = m.row_number) end as village
                            from own
                            join identity_claim m on m.region = :region and m.county = :county and m.benefit_year = :year
                                and m.department = own.department and m.household_number = own.household_number
                                and m.known_to is null
                            join person p on p.region = m.region and p.id = m.person_id
                        )
                        select distinct m.department, m.number, m.id, m.name, m.comparable_name, m.number_cipher,
                            coalesce(t.name, '') as township,
                            (select string_agg(distinct c.identity, '+' order by c.identity) from identity_claim c
                                where c.region = :region and c.county = :county and c.benefit_year = :year
                                    and c.person_id = m.id and c.known_to is null) as identities
                        from listed m
                        join listed self on self.id = :person and self.department = m.department
                            and self.number = m.number and self.township is not distinct from m.township
                            and self.village is not distinct from m.village
                        left join division t on t.code = m.township
                        order by m.department, m.number, m.comparable_name, m.id
                        """)
                .param("region", person.region())
                .param("person", person.id())
                .param("county", county)
                .param("year", benefitYear)
                .query(row -> {
                    households
                            .computeIfAbsent(
                                    row.getString("department") + " " + row.getString("number"), k -> new ArrayList<>())
                            .add(member(row));
                });
        return households.entrySet().stream()
                .filter(household -> household.getValue().size() > 1)
                .map(household -> new Household(household.getKey().split(" ", 2)[0], household.getValue()))
                .toList();
    }

    private Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                row.getString("township"),
                List.of(row.getString("identities").split("\\+")));
    }
}
