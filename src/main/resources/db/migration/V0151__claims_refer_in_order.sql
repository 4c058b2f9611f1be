-- Persons are asked for in the order in which they lie: one after the other is found on the page that was just read, not
-- each on another one.
create or replace function claims_refer() returns trigger language plpgsql as $$
declare
    missing boolean;
begin
    execute 'select exists (
        select from (select distinct batch_id from added) a
        where not exists (select from roster_batch b where b.id = a.batch_id))' into missing;
    if not missing then
        execute 'select exists (
            select from (select region, person_id from added order by region, person_id) a
            where not exists (select from person p where p.region = a.region and p.id = a.person_id))' into missing;
    end if;
    if missing then
        raise foreign_key_violation using message = 'a claim names no list or no person';
    end if;
    return null;
end $$;
