-- Claims come by the hundred thousand, all of one list. To ask row by row whether its list and its person are there, and
-- to lock each person for it, took longer than to store the claim; so both are asked once for each statement, as it is
-- done with divisions (V0032, docs/adr/0021).
alter table identity_claim
    drop constraint identity_claim_region_person_id_fkey,
    drop constraint identity_claim_batch_id_fkey,
    drop constraint identity_claim_ended_by_batch_fkey;

-- Planned anew each time: what suits one claim does not suit a hundred thousand.
create function claims_refer() returns trigger language plpgsql as $$
declare
    missing boolean;
begin
    execute 'select exists (
        select from (select distinct batch_id from added) a
        where not exists (select from roster_batch b where b.id = a.batch_id))' into missing;
    if not missing then
        execute 'select exists (
            select from added a
            where not exists (select from person p where p.region = a.region and p.id = a.person_id))' into missing;
    end if;
    if missing then
        raise foreign_key_violation using message = 'a claim names no list or no person';
    end if;
    return null;
end $$;
create trigger claims_refer after insert on identity_claim
    referencing new table as added for each statement execute function claims_refer();

create function claims_end_by_a_list() returns trigger language plpgsql as $$
begin
    if exists (
        select from (select distinct ended_by_batch from changed where ended_by_batch is not null) c
        where not exists (select from roster_batch b where b.id = c.ended_by_batch))
    then
        raise foreign_key_violation using message = 'a claim is ended by no list';
    end if;
    return null;
end $$;
create trigger claims_end_by_a_list after update on identity_claim
    referencing new table as changed for each statement execute function claims_end_by_a_list();

-- The other side of the references; batches stay since V0035.
create function persons_stay() returns trigger language plpgsql as $$
begin
    raise foreign_key_violation using message = 'persons are not deleted and keep their ids';
end $$;
create trigger person_stays before delete or update of region, id on person
    for each statement execute function persons_stay();
