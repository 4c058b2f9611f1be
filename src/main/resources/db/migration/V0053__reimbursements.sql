-- Money that goes to people themselves: to whom the policy pays afterwards, and who has paid too much. A list is made by
-- one person and approved by another; what the bank could not transfer comes back as an item.

create table bank_account (
    id uuid primary key default uuidv7(),
    region text not null,
    county text not null references division (code),
    person_id uuid not null,
    account_cipher bytea not null,
    account_tail text not null,
    bank text not null,
    entered_by text not null,
    known_from timestamptz not null,
    known_to timestamptz,
    foreign key (region, person_id) references person (region, id)
);
create unique index bank_account_open on bank_account (region, county, person_id) where known_to is null;

create table reimbursement_list (
    id uuid primary key,
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    number integer not null check (number > 0),
    reconciliation_id uuid not null references reconciliation (id),
    people integer not null check (people > 0),
    total_fen bigint not null check (total_fen > 0),
    made_by text not null,
    made_at timestamptz not null,
    unique (county, benefit_year, number)
);

create table reimbursement_approval (
    list_id uuid primary key references reimbursement_list (id),
    county text not null,
    made_by text not null,
    approved_by text not null check (approved_by <> made_by),
    approved_at timestamptz not null
);

create table reimbursement (
    list_id uuid not null references reimbursement_list (id),
    region text not null,
    county text not null,
    benefit_year integer not null,
    sequence integer not null,
    person_id uuid not null,
    name text not null,
    number_cipher bytea not null,
    cause text not null,
    amount_fen bigint not null check (amount_fen > 0),
    account_cipher bytea not null,
    account_tail text not null,
    bank text not null,
    primary key (list_id, sequence),
    foreign key (region, person_id) references person (region, id)
);
create index on reimbursement (region, benefit_year, county, person_id);

-- What became of a transfer; as long as there is nothing it is on its way.
create table reimbursement_result (
    list_id uuid not null,
    sequence integer not null,
    county text not null,
    paid boolean not null,
    reason text not null default '' check (paid = (reason = '')),
    entered_by text not null,
    entered_at timestamptz not null,
    primary key (list_id, sequence),
    foreign key (list_id, sequence) references reimbursement (list_id, sequence)
);

grant select, insert on bank_account, reimbursement_list, reimbursement_approval, reimbursement, reimbursement_result
    to zhubao_app;
grant update (known_to) on bank_account to zhubao_app;

-- The bureau's own business: neither departments nor the tax bureau see accounts.
do $$
declare
    name text;
begin
    foreach name in array array['bank_account', 'reimbursement_list', 'reimbursement_approval', 'reimbursement',
            'reimbursement_result'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy scope on %I using (whole_county_in_scope(county)
            and department_in_scope(''medical-insurance''))', name);
    end loop;
end $$;

-- A department that pays for its list sees whom of its own it is to pay for; that there are pushes, every office may know.
drop policy scope on mark_line;
create policy scope on mark_line using (
    whole_county_in_scope(county) and (department_in_scope('tax') or department_in_scope(department)));
drop policy scope on mark_push;
create policy scope on mark_push using (whole_county_in_scope(county));
drop policy scope on mark_refusal;
create policy scope on mark_refusal using (whole_county_in_scope(county));
