-- Whoever enters claims writes the township on record into them: asked together with the person, not once more for each.
drop function persons_of_region(text, uuid[]);
create function persons_of_region(in_region text, keys uuid[])
    returns table (id uuid, person_key uuid, county text, township text)
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    return query select p.id, p.person_key, p.county, p.township from person p
        where p.region = in_region and p.person_key = any (keys);
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
end
$$;
