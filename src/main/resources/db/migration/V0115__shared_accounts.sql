-- One account for several people is a parent's card, or money that goes to the wrong one. Somebody says which, before a
-- list of transfers has it; the transfers say by which word they went there.

create table shared_account (
    id uuid primary key default uuidv7(),
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    account_cipher bytea not null,
    account_tail text not null,
    people uuid[] not null check (cardinality(people) > 1),
    household boolean not null,
    reason text not null default '' check (household or reason <> ''),
    confirmed_by text not null,
    confirmed_at timestamptz not null
);
create index on shared_account (county, benefit_year);
comment on column shared_account.people is 'for whom it is right; with anybody else it is another question';
comment on column shared_account.household is 'whether lists put them into one household, as was known then';

alter table shared_account enable row level security;
alter table shared_account force row level security;
create policy scope on shared_account
    using (whole_county_in_scope(county) and department_in_scope('medical-insurance'));
grant select, insert on shared_account to zhubao_app;

alter table reimbursement add column sharing_id uuid references shared_account (id);
comment on column reimbursement.sharing_id is 'why others have the same account; null where nobody has';
