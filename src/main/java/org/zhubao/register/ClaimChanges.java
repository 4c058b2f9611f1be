package org.zhubao.register;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;

/**
 * Compares a batch with the open claims of its department, county and year, as one SQL relation {@code change_of} with
 * a row for each claim that is in either: the one definition that the preview shows and acceptance carries out.
 */
@Repository
class ClaimChanges {

    private final JdbcClient jdbc;

    ClaimChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a batch is about, as stored. */
    record Batch(UUID id, String county, String region, int benefitYear, String department, RosterKind kind) {}

    Batch batch(UUID id) {
        return jdbc.sql(
                        """
                        select b.id, b.county, d.region, b.benefit_year, b.department, b.kind
                        from roster_batch b join division d on d.code = b.county
                        where b.id = ?
                        """)
                .param(id)
                .query((row, n) -> new Batch(
                        row.getObject("id", UUID.class),
                        row.getString("county"),
                        row.getString("region"),
                        row.getInt("benefit_year"),
                        row.getString("department"),
                        RosterKind.valueOf(row.getString("kind"))))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Hundreds of thousands of rows are joined and sorted without going to disk, for the rest of the transaction. */
    void inMemory() {
        jdbc.sql("set local work_mem = '64MB'").update();
    }

    Map<String, Object> parameters(Batch batch) {
        return Map.of(
                "batch", batch.id(),
                "county", batch.county(),
                "region", batch.region(),
                "year", batch.benefitYear(),
                "department", batch.department(),
                "complete", batch.kind().isComplete(),
                "removal", batch.kind() == RosterKind.REMOVALS);
    }

    /** The rows of a batch, each under the key by which the register knows its person now. */
    static final String LISTED =
            """
            renumbered as materialized (select * from renumbered_on_list(:region, :year, :county, :batch)),
            listed as not materialized (
                select coalesce(n.person_key, r.person_key) as person_key, r.identity, r.row_number, r.name,
                    r.comparable_name, r.number_cipher, r.number_tail, r.birth_date, r.male, r.township, r.township_name,
                    r.village, r.attributes, r.household, r.recognised_on, r.expires_on, r.died_on, r.problems,
                    r.acceptable, r.enters_register
                from roster_row r
                left join renumbered n on n.listed_key = r.person_key
                    and (n.comparable_name is null or n.comparable_name = r.comparable_name)
                where r.benefit_year = :year and r.county = :county and r.batch_id = :batch
            )""";

    /**
     * The common table expressions. A change carries all that its row says, so that carrying it out joins nothing: right
     * after a large upload the planner knows too little of the stored rows to join them well. No number enters twice with
     * the same identity; a person may whom the list has under an earlier number, too, and then the first row counts.
     * People in rejected rows are never cancelled: that their row is bad does not say that the department dropped them.
     * Where the row has no usable number, whoever has that name is spared. A removal that names no identity ends all that
     * the department said of the person. Only a complete list is held against everybody. Where somebody lives whom another
     * county has on record, the claims alone say: another township is a change of theirs.
     */
    static final String CHANGE_OF = LISTED
            + """
            ,
            once_more as materialized (
                select row_number from (
                    select row_number,
                        row_number() over (partition by person_key, identity order by row_number) > 1 as again
                    from listed
                    where exists (select from renumbered)
                        and enters_register and person_key in (select person_key from renumbered)) same
                where again
            ),
            staged as not materialized (
                select * from listed
                where enters_register and (identity is not null or :removal)
                    and row_number not in (select row_number from once_more)
            ),
            held_back as (
                select distinct person_key, comparable_name from listed
                where problems <> '[]' and (person_key is null or not acceptable)
            ),
            open_claim as (
                select c.*, p.person_key, p.name, p.comparable_name, p.number_cipher as person_number,
                    coalesce(t.name, '') as person_township, p.county <> :county as on_record_elsewhere
                from identity_claim c
                join person p on p.region = c.region and p.id = c.person_id
                left join division t on t.code = case when p.county = :county then p.township else c.township end
                where c.region = :region and c.benefit_year = :year and c.county = :county
                    and c.department = :department and c.known_to is null
                    and (:complete or p.person_key in (select person_key from staged))
            ),
            change_of as (
                select c.id as claim_id, c.person_id, s.row_number, coalesce(s.person_key, c.person_key) as person_key,
                    coalesce(s.name, c.name) as name,
                    coalesce(s.number_cipher, c.person_number) as number_cipher,
                    coalesce(nullif(s.township_name, ''), c.person_township, '') as township,
                    coalesce(s.identity, c.identity) as identity,
                    s.comparable_name, s.number_tail, s.birth_date, s.male, s.township as township_code, s.village,
                    s.attributes, s.household, s.recognised_on, s.expires_on,
                    case
                        when :removal then 'CANCELLED'
                        when c.id is null then 'ADDED'
                        when s.person_key is null then 'CANCELLED'
                        when (s.attributes, s.household, s.expires_on)
                            is distinct from (c.attributes, c.household, c.expires_on) then 'CHANGED'
                        when c.on_record_elsewhere and s.township <> coalesce(c.township, '') then 'CHANGED'
                        else 'UNCHANGED'
                    end as change
                from staged s
                full join open_claim c on c.person_key = s.person_key
                    and (c.identity = s.identity or s.identity is null)
                where case
                        when :removal then c.id is not null and s.person_key is not null
                        when :complete then s.person_key is not null
                            or c.person_key not in (select person_key from held_back where person_key is not null)
                                and c.comparable_name not in (
                                    select comparable_name from held_back where person_key is null)
                        else s.person_key is not null
                    end
            )
            """;
}
