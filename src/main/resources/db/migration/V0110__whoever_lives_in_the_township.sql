-- A township's officer sees whoever is claimed to live in the township now, also where another county listed them first
-- and so has the register's word about where they live. Whole counties see what they saw; nobody looks at more rows.
drop policy scope on person;
create policy scope on person using (
    place_in_scope(county, township) and current_setting('zhubao.department', true) = '*'
    or exists (
        select from identity_claim c
        where c.region = person.region and c.person_id = person.id
            and (whole_county_in_scope(c.county) or c.known_to is null and place_in_scope(c.county, c.township))));
