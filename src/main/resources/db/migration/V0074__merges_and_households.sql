-- Where else somebody is listed: the counties beyond the caller's scope in which claims or events of a record are open,
-- by name. Whoever makes two records one must see all that is said of them. Empty where there is none.
create function listed_beyond_scope(in_region text, in_person uuid) returns text
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
    counties text;
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    select string_agg(distinct d.name, '、' order by d.name) into counties
    from (
        select county from identity_claim where region = in_region and person_id = in_person and known_to is null
        union select county from person_event where region = in_region and person_id = in_person and known_to is null
    ) told join division d on d.code = told.county
    where not (told.county ~>=~ people_from and told.county ~<~ people_until);
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
    return coalesce(counties, '');
end
$$;

-- Households as the lists of one department number them. Few lists do.
create index identity_claim_household
    on identity_claim (county, benefit_year, department, (attributes ->> 'household-number'))
    where known_to is null and (attributes ->> 'household-number') is not null;
