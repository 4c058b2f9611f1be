-- The ledger of what funds bear for whom, in double entry. Every entry's debits and credits are equal, and nothing is
-- changed or deleted: what turns out wrong is taken back by another entry.
--
-- Accounts: FUND what a fund owes (debit) and has paid (credit); PERSON what was borne for somebody (credit) and taken
-- back (debit), by fund; TREASURY what came in (debit) and went back (credit).

create table ledger_entry (
    region text not null,
    id uuid not null,
    county text not null references division (code),
    benefit_year integer not null,
    fund text not null,
    kind text not null,
    cause text not null,
    clause text not null default '',
    person_id uuid,
    nth integer,
    sheet_id uuid references settlement_sheet (id),
    sequence integer,
    run_id uuid references determination_run (id),
    batch_id uuid references roster_batch (id),
    row_number integer,
    reconciliation_id uuid,
    note text not null default '',
    entered_by text not null,
    entered_at timestamptz not null,
    primary key (region, id),
    foreign key (region, person_id) references person (region, id),
    check ((person_id is null) = (nth is null))
);
comment on column ledger_entry.nth is 'counts the entries of a person, fund and year: none rests on a balance already changed';
create unique index ledger_entry_one_by_one on ledger_entry (region, benefit_year, county, fund, person_id, nth);
create index on ledger_entry (sheet_id);

create table ledger_line (
    region text not null,
    entry_id uuid not null,
    position integer not null,
    county text not null references division (code),
    benefit_year integer not null,
    account text not null check (account in ('FUND', 'PERSON', 'TREASURY')),
    fund text not null,
    person_id uuid,
    debit_fen bigint not null check (debit_fen >= 0),
    credit_fen bigint not null check (credit_fen >= 0),
    primary key (region, entry_id, position),
    foreign key (region, entry_id) references ledger_entry (region, id),
    check ((debit_fen = 0) <> (credit_fen = 0)),
    check ((account = 'PERSON') = (person_id is not null))
);
create index on ledger_line (county, benefit_year, fund, account);

-- An entry is written by one statement, and that statement must balance.
create function ledger_balances() returns trigger
    language plpgsql as
$$
begin
    if exists (select from added group by region, entry_id having sum(debit_fen) <> sum(credit_fen)) then
        raise exception 'debits and credits of an entry differ' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create trigger ledger_balances after insert on ledger_line
    referencing new table as added for each statement execute function ledger_balances();

alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
create policy scope on ledger_entry using (county_in_scope(county));
alter table ledger_line enable row level security;
alter table ledger_line force row level security;
create policy scope on ledger_line using (county_in_scope(county));
grant select, insert on ledger_entry, ledger_line to zhubao_app;

-- Lines may now be differences to what earlier sheets charged, so one person may have several.
alter table settlement_sheet drop constraint settlement_sheet_total_fen_check;
drop index settlement_line_once;
create index on settlement_line (region, person_id, benefit_year);
alter table settlement_line
    add column kind text not null default 'CHARGE',
    add column cause text not null default 'RECOGNISED',
    add column earlier_fen bigint not null default 0,
    add column entry_id uuid,
    add column batch_id uuid references roster_batch (id),
    add column row_number integer,
    drop constraint settlement_line_other_funds_fen_check,
    drop constraint settlement_line_fund_fen_check,
    drop constraint settlement_line_check,
    add constraint settlement_line_adds_up check (
        kind not in ('CHARGE', 'POST_PAYMENT')
        or other_funds_fen >= 0 and fund_fen > 0 and other_funds_fen + fund_fen + payable_fen = premium_fen),
    add constraint settlement_line_takes_back_no_more check (earlier_fen >= 0 and earlier_fen + fund_fen >= 0);
comment on column settlement_line.fund_fen is 'what this line charges: a difference where earlier_fen was charged before';

-- What was charged before there was a ledger. The walls hold for the owner, too, so they are opened for it.
alter table settlement_sheet no force row level security;
alter table settlement_line no force row level security;
alter table person no force row level security;
alter table ledger_entry no force row level security;
alter table ledger_line no force row level security;
update settlement_line set entry_id = gen_random_uuid();
insert into ledger_entry (region, id, county, benefit_year, fund, kind, cause, clause, person_id, nth, sheet_id,
    sequence, run_id, entered_by, entered_at)
select l.region, l.entry_id, l.county, l.benefit_year, l.fund, l.kind, l.cause, l.clause, l.person_id, 1, l.sheet_id,
    l.sequence, s.run_id, s.frozen_by, s.frozen_at
from settlement_line l join settlement_sheet s on s.id = l.sheet_id;
insert into ledger_line (region, entry_id, position, county, benefit_year, account, fund, person_id, debit_fen, credit_fen)
select l.region, l.entry_id, side.position, l.county, l.benefit_year, side.account, l.fund,
    case side.account when 'PERSON' then l.person_id end, l.fund_fen * side.debit, l.fund_fen * (1 - side.debit)
from settlement_line l cross join (values (1, 'FUND', 1), (2, 'PERSON', 0)) as side (position, account, debit);
alter table settlement_line alter column entry_id set not null;
alter table settlement_sheet force row level security;
alter table settlement_line force row level security;
alter table person force row level security;
alter table ledger_entry force row level security;
alter table ledger_line force row level security;
