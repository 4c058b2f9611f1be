-- A frozen sheet is confirmed by the department whose money it is, approved by a second person, and paid; or it is void.
-- What it charges never changes: what changes is where it stands, and who signed.
alter table settlement_sheet
    add column department text not null default '',
    add column status text not null default 'FROZEN',
    add column confirmed_by text,
    add column confirmed_at timestamptz,
    add column approved_by text,
    add column approved_at timestamptz,
    add column paid_on date,
    add column voucher text,
    add column payment_by text,
    add column payment_at timestamptz,
    add column voided_by text,
    add column voided_at timestamptz,
    add column void_reason text,
    add column version integer not null default 0,
    add constraint settlement_sheet_status
        check (status in ('FROZEN', 'DISPUTED', 'CONFIRMED', 'APPROVED', 'PAID', 'VOID')),
    add constraint settlement_sheet_four_eyes check (approved_by <> frozen_by and payment_by <> approved_by),
    add constraint settlement_sheet_signed check (
        (confirmed_by is null) = (confirmed_at is null)
        and (approved_by is null) = (approved_at is null)
        and (status <> 'CONFIRMED' or confirmed_by is not null)
        and (status not in ('APPROVED', 'PAID')
            or approved_by is not null and (department = '' or confirmed_by is not null))
        and (status = 'PAID') = (paid_on is not null)
        and num_nulls(paid_on, voucher, payment_by, payment_at) in (0, 4)
        and (status = 'VOID') = (voided_at is not null)
        and num_nulls(voided_by, voided_at, void_reason) in (0, 3));
comment on column settlement_sheet.department is 'whose fund it is; empty for a fund of its own, which nobody confirms';
create index on settlement_sheet (county, benefit_year, fund, frozen_at);

grant update (status, confirmed_by, confirmed_at, approved_by, approved_at, paid_on, voucher, payment_by, payment_at,
    voided_by, voided_at, void_reason, version) on settlement_sheet to zhubao_app;

-- A line that the department does not accept: answered (it stays), or it leaves and comes with a next sheet.
create table settlement_dispute (
    sheet_id uuid not null,
    sequence integer not null,
    county text not null references division (code),
    reason text not null check (reason <> ''),
    disputed_by text not null,
    disputed_at timestamptz not null,
    stays boolean,
    answer text,
    answered_by text,
    answered_at timestamptz,
    primary key (sheet_id, sequence),
    foreign key (sheet_id, sequence) references settlement_line (sheet_id, sequence),
    check (num_nulls(stays, answer, answered_by, answered_at) in (0, 4)),
    check (answered_by <> disputed_by)
);
alter table settlement_dispute enable row level security;
alter table settlement_dispute force row level security;
create policy scope on settlement_dispute using (county_in_scope(county));
grant select, insert, update (stays, answer, answered_by, answered_at) on settlement_dispute to zhubao_app;
