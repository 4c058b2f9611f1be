-- Settlement sheets: numbered, frozen, never changed. A sheet keeps its own copy of every line it charged.

create table settlement_number (
    county text not null,
    benefit_year integer not null,
    fund text not null,
    last_number integer not null,
    primary key (county, benefit_year, fund)
);

create table settlement_sheet (
    id uuid primary key,
    county text not null references division (code),
    benefit_year integer not null,
    fund text not null,
    form text not null,
    number text not null,
    title text not null,
    run_id uuid not null references determination_run (id),
    policy_digest text not null,
    lines integer not null,
    total_fen bigint not null check (total_fen >= 0),
    digest text not null,
    frozen_by text not null,
    frozen_at timestamptz not null,
    unique (county, benefit_year, fund, number)
);

create table settlement_line (
    sheet_id uuid not null references settlement_sheet (id),
    county text not null,
    benefit_year integer not null,
    fund text not null,
    sequence integer not null,
    region text not null,
    person_id uuid not null,
    name text not null,
    number_cipher bytea not null,
    township_name text not null,
    disability_category text,
    disability_grade text,
    paid_as text not null,
    clause text not null,
    premium_fen bigint not null,
    other_funds_fen bigint not null check (other_funds_fen >= 0),
    fund_fen bigint not null check (fund_fen >= 0),
    payable_fen bigint not null check (payable_fen >= 0),
    remark text not null default '',
    primary key (sheet_id, sequence),
    check (other_funds_fen + fund_fen + payable_fen = premium_fen)
);
-- Nobody is charged twice to one fund in a benefit year.
create unique index settlement_line_once on settlement_line (region, benefit_year, county, fund, person_id);
