-- What a sheet rests on, so that it can be checked years later: the reconciliation where the tax bureau has sent its
-- payments, the digest of the run's outcomes, and the lists the run counted.
alter table settlement_sheet
    add column reconciliation_id uuid references reconciliation (id),
    add column run_digest text not null default '';
comment on column settlement_sheet.run_digest is 'empty on sheets of before it was taken';

create table settlement_input (
    sheet_id uuid not null references settlement_sheet (id),
    batch_id uuid not null references roster_batch (id),
    county text not null references division (code),
    content_digest text not null,
    primary key (sheet_id, batch_id)
);
alter table settlement_input enable row level security;
alter table settlement_input force row level security;
create policy scope on settlement_input using (county_in_scope(county));
grant select, insert on settlement_input to zhubao_app;
