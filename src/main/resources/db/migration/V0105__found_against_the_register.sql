-- What is found about rows of a list once they are stored, where nothing changes any more: held against the register.
create table roster_finding (
    county text not null references division (code),
    benefit_year integer not null,
    batch_id uuid not null references roster_batch (id),
    row_number integer not null,
    code integer not null,
    problem jsonb not null,
    primary key (batch_id, row_number, code)
);
comment on column roster_finding.problem is 'as in roster_row.problems: {"code": 206, "column": "NAME", "arguments": ["…"]}';

alter table roster_finding enable row level security;
alter table roster_finding force row level security;
create policy scope on roster_finding using (
    whole_county_in_scope(county)
    and (current_setting('zhubao.department', true) = '*' or batch_id in (select b.id from roster_batch b)))
    with check (county_in_scope(county));
create policy whole_county on roster_finding using (county = (select current_setting('zhubao.county', true)));
grant select, insert on roster_finding to zhubao_app;
