-- What departments tell of people beyond identities: deaths, and moves of the household register. Whichever department
-- lists a death, the person is dead; an event that turns out otherwise gets an end, as a claim does.
create table person_event (
    region text not null,
    id uuid not null default uuidv7(),
    person_id uuid not null,
    county text not null references division (code),
    benefit_year integer not null,
    kind text not null check (kind in ('DEATH', 'MOVE')),
    happened_on date not null,
    moved_to text,
    known_from timestamptz not null,
    known_to timestamptz,
    batch_id uuid not null references roster_batch (id),
    row_number integer not null,
    ended_by_batch uuid references roster_batch (id),
    primary key (region, id),
    foreign key (region, person_id) references person (region, id),
    check ((kind = 'MOVE') = (moved_to is not null)),
    check (known_to is null or known_to >= known_from)
);
create index on person_event (region, person_id);
create index on person_event (batch_id);
comment on column person_event.county is 'whose list told it';
comment on column person_event.benefit_year is 'of that list; a death counts for every year';
comment on column person_event.moved_to is 'code of the county, or its name as written where it is none of ours';

-- Nobody dies twice, nor moves twice on one day, as far as one county tells.
create unique index person_event_open on person_event (region, county, person_id, kind, happened_on)
    where known_to is null;
create unique index person_event_death on person_event (region, county, person_id)
    where known_to is null and kind = 'DEATH';

-- Seen by whoever sees the person; and by the county whose list it is, whoever registered the person.
alter table person_event enable row level security;
alter table person_event force row level security;
create policy scope on person_event using (
    whole_county_in_scope(county) and current_setting('zhubao.department', true) = '*'
    or exists (select from person p where p.region = person_event.region and p.id = person_event.person_id))
    with check (county_in_scope(county));
grant select, insert, update (known_to, ended_by_batch) on person_event to zhubao_app;
