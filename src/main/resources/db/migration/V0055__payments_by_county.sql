-- Who has paid in another county is looked up by the other counties' payments, not by going through everybody's.
create index on payment_record (region, benefit_year, county) where known_to is null;

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
        select o.person_key from payment_record o
        where o.region = in_region and o.benefit_year = in_year and (o.county < in_county or o.county > in_county)
            and o.known_to is null
            and (exists (select from payment_record p
                    where p.region = in_region and p.benefit_year = in_year and p.county = in_county
                        and p.person_key = o.person_key and p.known_to is null)
                or exists (select from person p join identity_claim c on c.region = p.region and c.person_id = p.id
                    where p.region = in_region and p.person_key = o.person_key and c.county = in_county
                        and c.benefit_year = in_year and c.known_to is null))
        group by o.person_key
        having sum(o.total_fen) > 0;
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
end
$$;
