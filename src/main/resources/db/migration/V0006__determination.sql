-- Runs over the register. Outcomes are stored once per profile; a person's row points to one.

create table determination_run (
    id uuid primary key,
    county text not null references division (code),
    benefit_year integer not null,
    policy_id text not null,
    policy_version text not null,
    policy_digest text not null,
    as_known_on timestamptz not null,
    status text not null,
    started_by text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    persons_total integer not null default 0,
    persons_done integer not null default 0,
    failure_reference text,
    version integer not null default 0
);
create index on determination_run (county, benefit_year, started_at desc);

create table outcome (
    run_id uuid not null references determination_run (id),
    id integer not null,
    county text not null,
    benefit_year integer not null,
    outcome text not null,
    reason integer not null,
    standard text,
    identity text,
    paid_as text,
    premium_fen bigint not null check (premium_fen >= 0),
    subsidy_fen bigint not null check (subsidy_fen >= 0),
    payable_fen bigint not null check (payable_fen >= 0),
    clause text,
    facts jsonb not null,
    trace jsonb not null,
    primary key (run_id, id),
    check (outcome <> 'GRANTED' or subsidy_fen + payable_fen = premium_fen)
);

create table outcome_share (
    run_id uuid not null,
    outcome_id integer not null,
    county text not null,
    position integer not null,
    fund text not null,
    amount_fen bigint not null check (amount_fen >= 0),
    primary key (run_id, outcome_id, position),
    foreign key (run_id, outcome_id) references outcome (run_id, id)
);

create table determination (
    benefit_year integer not null,
    region text not null,
    county text not null references division (code),
    run_id uuid not null references determination_run (id),
    person_id uuid not null,
    outcome_id integer not null,
    township text,
    primary key (benefit_year, region, run_id, person_id),
    foreign key (run_id, outcome_id) references outcome (run_id, id),
    foreign key (region, person_id) references person (region, id)
);
create index on determination (run_id, outcome_id);
create index on determination (region, person_id);
