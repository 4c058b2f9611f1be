-- What a department means by headings and wordings that only it uses; who said so, and when.
create table roster_alias (
    id bigint generated always as identity primary key,
    county text not null references division (code),
    department text not null,
    subject text not null check (subject in ('heading', 'wording')),
    written text not null,
    comparable text not null,
    meaning text not null,
    set_by text not null,
    set_at timestamptz not null,
    unique (county, department, subject, comparable)
);
comment on column roster_alias.meaning is 'of a heading the column, of a wording the code of the identity';

alter table roster_alias enable row level security;
alter table roster_alias force row level security;
create policy scope on roster_alias using (county_in_scope(county) and department_in_scope(department));
grant select, insert, update, delete on roster_alias to zhubao_app;

-- A list read again with new aliases replaces what was read before.
drop index roster_batch_once;
create unique index roster_batch_once on roster_batch (county, benefit_year, department, kind, content_sha256)
    where status not in ('RETURNED', 'WITHDRAWN', 'REPLACED');
