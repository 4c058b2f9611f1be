-- One decision at a time holds for a person and year: of two that were approved no day lies within both. A decision for
-- autumn and another one from January stand side by side. Whoever approves waits for whoever else does in the county.
drop index override_in_force;
create index override_in_force on override (region, benefit_year, county, person_id) where approved and undone_at is null;

create function overrides_keep_apart() returns trigger
    language plpgsql as
$$
begin
    if new.approved and new.undone_at is null then
        perform pg_advisory_xact_lock(hashtext('override' || new.county || new.benefit_year));
        if exists (
            select from override o
            where o.region = new.region and o.benefit_year = new.benefit_year and o.county = new.county
                and o.person_id = new.person_id and o.id <> new.id and o.approved and o.undone_at is null
                and daterange(o.valid_from, o.valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')) then
            raise unique_violation using message = 'another decision about this person holds on one of these days';
        end if;
    end if;
    return new;
end
$$;

create trigger overrides_keep_apart before insert or update on override
    for each row execute function overrides_keep_apart();
