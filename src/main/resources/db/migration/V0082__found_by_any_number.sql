-- Under which key somebody is on record who was known by another one, whichever county put that right: a county finds the
-- people on its list by the number it lists them with, though the record that had it is another county's. Null where nobody
-- was. Whether the caller may see the person is asked elsewhere.
create function on_record_as(in_region text, in_key uuid) returns uuid
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
    found_key uuid;
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    select n.person_key into found_key from person_renumbered n
        where n.region = in_region and n.listed_key = in_key limit 1;
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
    return found_key;
end
$$;
