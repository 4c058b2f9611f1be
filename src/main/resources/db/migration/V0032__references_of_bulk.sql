-- Lists bring hundreds of thousands of persons and claims at once, all of a handful of divisions. Asking for the division
-- row by row took more than a third of an acceptance; so it is asked once for each statement. See docs/adr/0021.
alter table person drop constraint person_county_fkey, drop constraint person_township_fkey;
alter table identity_claim drop constraint identity_claim_county_fkey;

create function divisions_exist() returns trigger language plpgsql as $$
declare
    unknown text;
begin
    select code into unknown
        from (select county as code from added union select township from added) named
        where code is not null and not exists (select from division d where d.code = named.code)
        limit 1;
    if found then
        raise foreign_key_violation using message = format('%s names no division: %s', tg_table_name, unknown);
    end if;
    return null;
end $$;

create trigger person_divisions after insert on person
    referencing new table as added for each statement execute function divisions_exist();
create trigger identity_claim_divisions after insert on identity_claim
    referencing new table as added for each statement execute function divisions_exist();

-- The other side of the reference: what is named may not go away.
create function divisions_stay() returns trigger language plpgsql as $$
begin
    raise foreign_key_violation using message = 'divisions are not deleted and keep their codes';
end $$;
create trigger division_stays before delete or update of code on division
    for each statement execute function divisions_stay();
