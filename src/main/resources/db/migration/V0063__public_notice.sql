-- Lists put up for everybody to read: nothing on them that identifies more than a neighbour knows. Names and numbers are
-- masked before they are stored; there is no identity, no fund and no person behind a line.
create table public_notice (
    id uuid primary key,
    county text not null references division (code),
    benefit_year integer not null,
    number integer not null,
    shown_from date not null,
    shown_until date not null,
    lines integer not null,
    total_fen bigint not null,
    digest text not null,
    published_by text not null,
    published_at timestamptz not null,
    taken_down_by text,
    taken_down_at timestamptz,
    unique (county, benefit_year, number),
    check (shown_until >= shown_from),
    check ((taken_down_by is null) = (taken_down_at is null))
);

create table public_notice_line (
    notice_id uuid not null references public_notice (id),
    county text not null,
    sequence integer not null,
    masked_name text not null check (masked_name like '%*%'),
    masked_id text not null check (masked_id like '%****%'),
    township_name text not null,
    subsidy_fen bigint not null check (subsidy_fen > 0),
    primary key (notice_id, sequence)
);

alter table public_notice enable row level security;
alter table public_notice force row level security;
create policy scope on public_notice using (county_in_scope(county));
alter table public_notice_line enable row level security;
alter table public_notice_line force row level security;
create policy scope on public_notice_line using (county_in_scope(county));
grant select, insert, update (taken_down_by, taken_down_at) on public_notice to zhubao_app;
grant select, insert on public_notice_line to zhubao_app;
