-- A fund pays a share of what is expected in advance and the rest when it is known what is due; one fund pays in the place
-- of another; what is found too late for a year goes on to the next; and where the rules leave a case open, a person
-- decides, by one and confirmed by another.

-- CARRIED what goes on to the next year (debit in the year it was found, credit in the next); CLAIM what a fund has to get
-- from the fund in whose place it paid (debit), and that one owes it (credit).
alter table ledger_line
    drop constraint ledger_line_account_check,
    add constraint ledger_line_account_check check (account in ('FUND', 'PERSON', 'TREASURY', 'CARRIED', 'CLAIM'));

create table settlement_decision (
    region text not null,
    id uuid not null default uuidv7(),
    county text not null references division (code),
    benefit_year integer not null,
    fund text not null,
    person_id uuid not null,
    run_id uuid not null references determination_run (id),
    verdict text not null check (verdict in ('SETTLE', 'KEEP', 'NEXT_YEAR')),
    charged_fen bigint not null,
    due_fen bigint not null check (due_fen <> charged_fen),
    paid_as text not null,
    clause text not null,
    premium_fen bigint not null,
    payable_fen bigint not null,
    township text references division (code),
    batch_id uuid references roster_batch (id),
    row_number integer,
    reason text not null check (reason <> ''),
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    confirmed boolean,
    primary key (region, id),
    foreign key (region, person_id) references person (region, id),
    check (num_nulls(decided_by, decided_at, confirmed) in (0, 3)),
    check (verdict = 'KEEP' or not confirmed or decided_by <> proposed_by)
);
create unique index settlement_decision_waiting
    on settlement_decision (region, benefit_year, county, fund, person_id) where confirmed is null;
create index on settlement_decision (county, benefit_year, fund);
comment on column settlement_decision.charged_fen is 'what was charged when it was decided; with other amounts it is another case';

alter table settlement_decision enable row level security;
alter table settlement_decision force row level security;
create policy scope on settlement_decision
    using (whole_county_in_scope(county) and department_in_scope('medical-insurance'));
grant select, insert, update (decided_by, decided_at, confirmed) on settlement_decision to zhubao_app;

alter table ledger_entry add column decision_id uuid;
comment on column ledger_entry.decision_id is 'the decision that carried it to the next year';
alter table settlement_line
    add column creditor text not null default '',
    add column decision_id uuid;
create index on settlement_line (decision_id) where decision_id is not null;
comment on column settlement_line.creditor is 'the fund that paid in this one''s place and gets the money; empty where none did';
comment on column settlement_line.decision_id is 'what carried it from the year before; null for what this year charges';
