-- What is on record of a person changes: a newer list gives another name or township, a number is put right, two records
-- turn out to be one person. What was on record before stays, with the time until when it was known.
create table person_earlier (
    region text not null,
    id uuid not null,
    person_key uuid not null,
    number_cipher bytea not null,
    number_tail text not null,
    name text not null,
    comparable_name text not null,
    birth_date date not null,
    male boolean not null,
    county text not null references division (code),
    township text references division (code),
    village text not null,
    known_from timestamptz not null,
    known_to timestamptz not null,
    primary key (region, id, known_from),
    foreign key (region, id) references person (region, id),
    check (known_to >= known_from)
);
create index on person_earlier (region, person_key);
comment on table person_earlier is 'what is on record of a person now stands in person, known from the last change on';

alter table person_earlier enable row level security;
alter table person_earlier force row level security;
create policy scope on person_earlier using (exists (
    select from person p where p.region = person_earlier.region and p.id = person_earlier.id));
grant select, insert on person_earlier to zhubao_app;
grant update (person_key, number_cipher, number_tail, name, comparable_name, birth_date, male, township, village,
    known_from) on person to zhubao_app;

-- Whoever changes what is on record keeps what was; only a change of the encryption key changes nothing on record.
create function keep_earlier_person() returns trigger
    language plpgsql as
$$
begin
    insert into person_earlier (region, id, person_key, number_cipher, number_tail, name, comparable_name, birth_date, male,
        county, township, village, known_from, known_to)
    values (old.region, old.id, old.person_key, old.number_cipher, old.number_tail, old.name, old.comparable_name,
        old.birth_date, old.male, old.county, old.township, old.village, old.known_from, new.known_from)
    on conflict (region, id, known_from) do nothing;
    return null;
end
$$;
create trigger keep_earlier_person after update on person
    for each row when (old.known_from <> new.known_from) execute function keep_earlier_person();
create function person_changes_at_a_time() returns trigger
    language plpgsql as
$$
begin
    raise exception 'what is on record of person % changes from some moment on', old.id;
end
$$;
create trigger person_changes_at_a_time before update on person
    for each row when (old.known_from = new.known_from
        and (old.name, old.number_tail, old.birth_date, old.township, old.village)
            is distinct from (new.name, new.number_tail, new.birth_date, new.township, new.village))
    execute function person_changes_at_a_time();

-- What one person proposes and another confirms: a number or a name put right, two records made one, and undone again.
create table person_correction (
    region text not null,
    id uuid not null default uuidv7(),
    county text not null references division (code),
    kind text not null check (kind in ('NUMBER', 'NAME', 'MERGE', 'SEPARATE')),
    person_id uuid not null,
    other_id uuid,
    name text,
    comparable_name text,
    number_cipher bytea,
    reason text not null check (reason <> ''),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text check (decided_by <> proposed_by),
    decided_at timestamptz,
    confirmed boolean,
    primary key (region, id),
    foreign key (region, person_id) references person (region, id),
    foreign key (region, other_id) references person (region, id),
    check ((kind in ('MERGE', 'SEPARATE')) = (other_id is not null) and other_id <> person_id),
    check ((kind = 'NAME') = (name is not null) and (name is null) = (comparable_name is null)),
    check ((kind = 'NUMBER') = (number_cipher is not null)),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (confirmed is null))
);
create index on person_correction (region, person_id);
create index on person_correction (region, other_id);
comment on column person_correction.other_id is 'the record that becomes one with person_id, or is itself again';
alter table person_correction enable row level security;
alter table person_correction force row level security;
create policy scope on person_correction using (
    whole_county_in_scope(county) and current_setting('zhubao.department', true) = '*');
grant select, insert, update (decided_by, decided_at, confirmed) on person_correction to zhubao_app;

-- Which record has become one with which, known from … to ….
create table person_merge (
    region text not null,
    merged_id uuid not null,
    kept_id uuid not null,
    known_from timestamptz not null,
    known_to timestamptz,
    primary key (region, merged_id, known_from),
    foreign key (region, merged_id) references person (region, id),
    foreign key (region, kept_id) references person (region, id),
    check (merged_id <> kept_id),
    check (known_to is null or known_to >= known_from)
);
create unique index person_merge_open on person_merge (region, merged_id) where known_to is null;
create index on person_merge (region, kept_id);
alter table person_merge enable row level security;
alter table person_merge force row level security;
create policy scope on person_merge using (exists (
    select from person p where p.region = person_merge.region and p.id = person_merge.merged_id));
grant select, insert, update (known_to) on person_merge to zhubao_app;

-- Under which key the person is on record now whom a list knows by another one: by a number that was put right, and by
-- that of a record that has become one with another. Seldom anybody.
create view person_renumbered with (security_invoker = true) as
    select e.region, e.person_key as listed_key, e.comparable_name, p.person_key
    from person_earlier e join person p on p.region = e.region and p.id = e.id
    where e.person_key <> p.person_key
        and not exists (select from person q where q.region = e.region and q.person_key = e.person_key)
    union
    select m.region, b.person_key, null, a.person_key
    from person_merge m
    join person b on b.region = m.region and b.id = m.merged_id
    join person a on a.region = m.region and a.id = m.kept_id
    where m.known_to is null;
grant select on person_renumbered to zhubao_app;

-- A claim that moves to another record, or is put right otherwise than by a list, says by which correction.
alter table identity_claim add column ended_by_correction uuid;
grant update (ended_by_correction, township) on identity_claim to zhubao_app;
comment on column identity_claim.township is 'whose officer sees it; follows the person';
