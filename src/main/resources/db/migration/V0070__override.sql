-- What a person decides against the rules, for one person and benefit year. Proposed by one, approved by another, undone
-- later if need be; a row says all of it and nothing of it is ever rewritten. Known from decided_at until undone_at.
create table override_attachment (
    county text not null references division (code),
    id uuid primary key,
    name text not null,
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size_bytes integer not null check (size_bytes between 1 and 5242880),
    content_cipher bytea not null,
    added_by text not null,
    added_at timestamptz not null
);

create table override (
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    id uuid not null default uuidv7(),
    proposal_id uuid not null,
    person_id uuid not null,
    identity text,
    facts_key text not null,
    was_fen bigint not null check (was_fen >= 0),
    subsidy_fen bigint not null check (subsidy_fen >= 0),
    reason text not null check (reason <> ''),
    document text not null check (document <> ''),
    attachment_id uuid references override_attachment (id),
    valid_from date not null,
    valid_to date,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text check (decided_by <> proposed_by),
    decided_at timestamptz,
    approved boolean,
    undone_by text,
    undone_at timestamptz,
    undone_because text,
    primary key (benefit_year, region, id),
    foreign key (region, person_id) references person (region, id),
    check (valid_to >= valid_from),
    check (identity is not null or subsidy_fen = 0),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null)),
    check ((undone_by is null) = (undone_at is null) and (undone_by is null) = (undone_because is null)),
    check (undone_at is null or approved is distinct from false),
    -- What two agreed on is not undone by the one who proposed it; before that it may be taken back.
    check (approved is null or undone_by <> proposed_by)
);
comment on column override.proposal_id is 'what was proposed together is decided together';
comment on column override.identity is 'code of the identity as whose holder the person is treated; null pays nothing';
comment on column override.facts_key is 'digest of the facts it was decided on: when they change, somebody looks again';
comment on column override.was_fen is 'what the run before it granted';
create index on override (proposal_id);
create index on override (county, benefit_year);
-- One decision at a time holds for a person and year.
create unique index override_in_force on override (region, benefit_year, county, person_id)
    where approved and undone_at is null;

alter table override_attachment enable row level security;
alter table override_attachment force row level security;
create policy scope on override_attachment using (whole_county_in_scope(county) and department_in_scope('*'));

alter table override enable row level security;
alter table override force row level security;
create policy scope on override using (whole_county_in_scope(county) and department_in_scope('*'));

grant select, insert on override_attachment, override to zhubao_app;
grant update (decided_by, decided_at, approved, undone_by, undone_at, undone_because) on override to zhubao_app;

-- Who is decided against the rules has an outcome of their own.
alter table outcome add column override_id uuid;
comment on column outcome.override_id is 'facts are what is stated, trace is what was decided in their place';
