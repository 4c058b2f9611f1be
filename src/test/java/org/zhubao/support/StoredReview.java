package org.zhubao.support;

import java.util.List;

/** What the review of a county has left in the database, whatever the screens say; a line for each row. */
public record StoredReview(CountySeason season) {

    /** Identity, who proposed and decided, whether approved, grounds, last day. */
    public List<String> overrides() {
        return lines(
                """
                select concat_ws(' ', identity, proposed_by, coalesce(decided_by, '-'), coalesce(approved::text, '-'), reason,
                    document, valid_to) from override where county = ?
                """);
    }

    /** Name, size, and whether the word on the paper can be read in the database. */
    public List<String> papers() {
        return lines(
                """
                select concat_ws(' ', name, size_bytes, position('signed'::bytea in content_cipher) > 0)
                from override_attachment where county = ?
                """);
    }

    /** Name and fen of whom the newest run pays as persons decided. */
    public List<String> paidByDecision() {
        return lines(
                """
                select concat_ws(' ', p.name, o.subsidy_fen) from determination d
                join outcome o on o.run_id = d.run_id and o.id = d.outcome_id and o.override_id is not null
                join person p on p.region = d.region and p.id = d.person_id where d.county = ?
                    and d.run_id in (select id from determination_run r where r.county = d.county
                        order by r.as_known_on desc limit 1)
                """);
    }

    public List<String> corrections() {
        return lines("select kind from person_correction where county = ?");
    }

    /** Ids of what departments claim. */
    public List<String> claims() {
        return lines("select id::text from identity_claim where county = ? and known_to is null order by id");
    }

    /** Line, finding, remark and who said so. */
    public List<String> findings() {
        return lines(
                """
                select concat_ws(' ', line, finding, remark, said_by) from visit_finding
                where county = ? and known_to is null order by line
                """);
    }

    /** Who did what about overrides and visits. */
    public List<String> trail() {
        return lines(
                """
                select who || ' ' || action from audit_entry
                where division = ? and (action like 'override-%' or action like 'visits-%') order by id
                """);
    }

    private List<String> lines(String sql) {
        return season.owner().sql(sql).param(season.code()).query(String.class).list();
    }
}
