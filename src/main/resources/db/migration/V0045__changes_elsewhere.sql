-- Whom this county lists, and of whom another county of the region began or ceased to say something between two moments:
-- who listed somebody first may be another one now. Answers with ids only.
create function listed_elsewhere_between(in_region text, in_county text, in_year integer, after timestamptz,
    until timestamptz) returns setof uuid
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    return query
        select distinct o.person_id from identity_claim o
        where o.region = in_region and o.benefit_year = in_year and o.county <> in_county
            and (o.known_from between after and until or o.known_to between after and until)
            and exists (select from identity_claim m
                where m.region = in_region and m.person_id = o.person_id and m.benefit_year = in_year
                    and m.county = in_county);
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
end
$$;

-- Claims come in the order of time: where something was learned of late is a small part of the table.
create index on identity_claim using brin (known_from) with (pages_per_range = 16);
