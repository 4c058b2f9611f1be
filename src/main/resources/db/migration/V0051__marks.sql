-- Marks: what the tax bureau was told, push by push. A push is frozen: nothing of it is ever changed.

create table mark_push (
    id uuid primary key,
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    number integer not null check (number > 0),
    kind text not null check (kind in ('FULL', 'DELTA')),
    run_id uuid not null references determination_run (id),
    added integer not null,
    changed integer not null,
    cancelled integer not null,
    unchanged integer not null check (kind = 'FULL' or unchanged = 0),
    digest text not null,
    pushed_by text not null,
    pushed_at timestamptz not null,
    unique (county, benefit_year, number)
);

-- What people of one outcome pay in each tier that is open to them.
create table mark_amount (
    push_id uuid not null references mark_push (id),
    county text not null,
    outcome_id integer not null,
    tier text not null,
    usual boolean not null,
    premium_fen bigint not null,
    subsidy_fen bigint not null,
    payable_fen bigint not null,
    collected_fen bigint not null check (collected_fen between payable_fen and premium_fen),
    primary key (push_id, outcome_id, tier),
    check (subsidy_fen + payable_fen = premium_fen)
);
comment on column mark_amount.collected_fen is
    'what is collected from the person: all of the premium where the subsidy is paid to the person afterwards';

create table mark_line (
    push_id uuid not null references mark_push (id),
    region text not null,
    county text not null,
    benefit_year integer not null,
    sequence integer not null,
    person_id uuid not null,
    person_key uuid not null,
    number_cipher bytea not null,
    number_tail text not null,
    name text not null,
    township text references division (code),
    township_name text not null default '',
    outcome_id integer not null,
    identity text not null,
    paid_as text not null,
    department text not null,
    delivery text not null,
    tier text not null,
    premium_fen bigint not null,
    subsidy_fen bigint not null,
    payable_fen bigint not null,
    collected_fen bigint not null,
    change text not null check (change in ('ADDED', 'CHANGED', 'CANCELLED', 'UNCHANGED')),
    marked_from timestamptz not null,
    primary key (push_id, sequence),
    foreign key (region, person_id) references person (region, id)
);
create index on mark_line (region, benefit_year, county, person_id);
comment on column mark_line.marked_from is 'since when the person is marked without a break';

-- The tax bureau's answer to a push, and whom it did not take. Whoever was refused is not marked.
create table mark_receipt (
    push_id uuid primary key references mark_push (id),
    county text not null,
    received_by text not null,
    received_at timestamptz not null
);
create table mark_refusal (
    id uuid primary key default uuidv7(),
    push_id uuid not null,
    sequence integer not null,
    county text not null,
    reason text not null,
    known_from timestamptz not null,
    known_to timestamptz,
    batch_id uuid references roster_batch (id),
    foreign key (push_id, sequence) references mark_line (push_id, sequence)
);
create unique index mark_refusal_open on mark_refusal (push_id, sequence) where known_to is null;
comment on column mark_refusal.batch_id is 'the list it stands in; null where it was entered by hand';

grant select, insert on mark_push, mark_amount, mark_line, mark_receipt, mark_refusal to zhubao_app;
grant update (known_to) on mark_refusal to zhubao_app;

do $$
declare
    name text;
begin
    foreach name in array array['mark_push', 'mark_amount', 'mark_receipt', 'mark_refusal', 'mark_line'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy scope on %I using (whole_county_in_scope(county) and department_in_scope(''tax''))',
            name);
    end loop;
end $$;
