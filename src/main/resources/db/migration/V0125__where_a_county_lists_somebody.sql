-- The township that a county's own lists tell of somebody whom another county has on record: the newest that counts. It
-- is asked of such people alone, so it is not to make a plan over everybody look dear.
create function listed_township(in_region text, in_person uuid, in_county text) returns text
    language sql stable parallel safe cost 1 as
$$
    select c.township from identity_claim c
    where c.region = in_region and c.person_id = in_person and c.county = in_county and c.known_to is null
        and c.township is not null
    order by c.known_from desc, c.id desc limit 1
$$;
