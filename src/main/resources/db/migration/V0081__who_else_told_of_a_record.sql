-- Whose word would move when two records that became one are two again: the counties beyond the caller's scope that told
-- something under the merged record's number, or of whose word the merge left one of two, by name. Empty where there is none.
create function told_of_merged_beyond_scope(in_region text, in_kept uuid, in_merged uuid) returns text
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
    merged_key uuid;
    counties text;
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    select person_key into merged_key from person where region = in_region and id = in_merged;
    select string_agg(distinct d.name, '、' order by d.name) into counties
    from (
        select x.county from identity_claim x
        join roster_row r on r.benefit_year = x.benefit_year and r.county = x.county and r.batch_id = x.batch_id
            and r.row_number = x.row_number and r.person_key = merged_key
        where x.region = in_region and x.person_id = in_kept and x.known_to is null
        union
        select x.county from person_event x
        join roster_row r on r.benefit_year = x.benefit_year and r.county = x.county and r.batch_id = x.batch_id
            and r.row_number = x.row_number and r.person_key = merged_key
        where x.region = in_region and x.person_id = in_kept and x.known_to is null
        union
        select x.county from identity_claim x
        join person_correction m on m.region = x.region and m.id = x.ended_by_correction and m.kind = 'MERGE'
            and m.person_id = in_kept
        where x.region = in_region and x.person_id = in_merged
    ) told join division d on d.code = told.county
    where not (told.county ~>=~ people_from and told.county ~<~ people_until);
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
    return coalesce(counties, '');
end
$$;

-- Whom a list names by a number that was put right, or by that of a record that has become one with another, whichever
-- county did so: the county that sends the list sees nothing of it, and would register the person once more. It answers
-- about people on that list only.
create function renumbered_on_list(in_region text, in_year integer, in_county text, in_batch uuid)
    returns table (listed_key uuid, comparable_name text, person_key uuid)
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    return query
        select n.listed_key, n.comparable_name, n.person_key from person_renumbered n
        where n.region = in_region and exists (select from roster_row r
            where r.benefit_year = in_year and r.county = in_county and r.batch_id = in_batch
                and r.person_key = n.listed_key);
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
end
$$;
