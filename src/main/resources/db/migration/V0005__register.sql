-- Persons and their identity claims. Nothing is updated in place or deleted: a claim that no longer holds gets an end.

create table person (
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
    village text not null default '',
    known_from timestamptz not null,
    primary key (region, id),
    unique (region, person_key)
);
create index on person (county, comparable_name);
create index on person (county, number_tail);

-- Department D says that person P holds identity I from … to …, by row R of batch B; known from … to ….
create table identity_claim (
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    id uuid not null default gen_random_uuid(),
    person_id uuid not null,
    department text not null,
    identity text not null,
    attributes jsonb not null default '{}',
    household text,
    recognised_on date,
    expires_on date,
    valid_from date,
    valid_to date,
    known_from timestamptz not null,
    known_to timestamptz,
    batch_id uuid not null references roster_batch (id),
    row_number integer not null,
    ended_by_batch uuid references roster_batch (id),
    primary key (benefit_year, region, id),
    foreign key (region, person_id) references person (region, id),
    check (known_to is null or known_to >= known_from)
);
create index on identity_claim (county, benefit_year, department) where known_to is null;
create index on identity_claim (region, person_id, benefit_year);
-- One and the same claim is open at most once.
create unique index identity_claim_open on identity_claim (region, benefit_year, county, person_id, department, identity)
    where known_to is null;
