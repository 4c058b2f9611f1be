-- A run stores a million rows of one county and chain, which it has from its own row. To ask for both a million times
-- takes as long as to write the rows. Divisions and runs are not deleted.
alter table determined
    drop constraint determination_county_fkey,
    drop constraint determination_run_id_fkey;

-- A run that goes on asks of whom something was learned since the one before. Rows of people come in the order of time,
-- and move when they change; few claims have ended.
create index on person using brin (known_from) with (pages_per_range = 16);
create index on identity_claim (known_to) where known_to is not null;

-- As V0045, with what began and what ended to be known asked for one by one, each by its own index.
create or replace function listed_elsewhere_between(in_region text, in_county text, in_year integer, after timestamptz,
    until timestamptz) returns setof uuid
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    return query
        select o.person_id from (
            select c.region, c.person_id, c.county, c.benefit_year from identity_claim c
            where c.known_from between after and until
            union
            select c.region, c.person_id, c.county, c.benefit_year from identity_claim c
            where c.known_to between after and until) o
        where o.region = in_region and o.benefit_year = in_year and o.county <> in_county
            and exists (select from identity_claim m
                where m.region = in_region and m.person_id = o.person_id and m.benefit_year = in_year
                    and m.county = in_county)
        group by o.person_id;
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
end
$$;
