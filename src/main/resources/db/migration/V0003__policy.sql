-- Every policy text that was ever in force, word for word: a run names it by its digest, however much later it is read.
create table policy_version (
    digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
    version text not null,
    region text not null,
    first_benefit_year integer not null,
    last_benefit_year integer not null check (last_benefit_year >= first_benefit_year),
    text text not null,
    recorded_at timestamptz not null
);
