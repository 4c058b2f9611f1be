-- Who has paid in another county: a payment is the person's there as it is here, under whichever of their numbers. Answers
-- with the number on record. Whoever has had one number only is looked up as before; few have had several.
create or replace function paid_in_other_counties(in_region text, in_county text, in_year integer)
    returns table (person_key uuid)
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    return query
        with renumbered as materialized (
            select r.listed_key, max(r.person_key::text)::uuid as on_record
            from person_renumbered r where r.region = in_region group by r.listed_key
        ), numbers as materialized (
            select r.listed_key as number, r.on_record from renumbered r
            union
            select r.on_record, r.on_record from renumbered r
        ), concerned as materialized (
            select n.number from numbers n
            where exists (
                    select from numbers m join payment_record p on p.person_key = m.number
                    where m.on_record = n.on_record and p.region = in_region and p.benefit_year = in_year
                        and p.county = in_county and p.known_to is null)
                or exists (
                    select from person p join identity_claim c on c.region = p.region and c.person_id = p.id
                    where p.region = in_region and p.person_key = n.on_record and c.county = in_county
                        and c.benefit_year = in_year and c.known_to is null)
        )
        select coalesce(n.on_record, o.person_key)
        from payment_record o left join renumbered n on n.listed_key = o.person_key
        where o.region = in_region and o.benefit_year = in_year and (o.county < in_county or o.county > in_county)
            and o.known_to is null
            and (exists (select from payment_record p
                    where p.region = in_region and p.benefit_year = in_year and p.county = in_county
                        and p.person_key = o.person_key and p.known_to is null)
                or exists (select from person p join identity_claim c on c.region = p.region and c.person_id = p.id
                    where p.region = in_region and p.person_key = o.person_key and c.county = in_county
                        and c.benefit_year = in_year and c.known_to is null)
                or o.person_key in (select c.number from concerned c))
        group by 1
        having sum(o.total_fen) > 0;
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
end
$$;
