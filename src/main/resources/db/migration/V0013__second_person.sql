-- What opens personal data takes two people: an administrator proposes a one-time link or another membership of a user,
-- and somebody else decides. docs/adr/0017 says why so.
create table proposed_access (
    id bigint generated always as identity primary key,
    user_id bigint not null references app_user (id),
    role text,
    prefix text check (prefix ~ '^[0-9]{0,12}$'),
    department text,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text check (decided_by <> proposed_by),
    decided_at timestamptz,
    confirmed boolean,
    check ((role is null) = (prefix is null)),
    check ((role is not distinct from 'department') = (department is not null)),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (confirmed is null))
);
create unique index proposed_access_once on proposed_access (user_id, role, prefix, department) nulls not distinct
    where decided_by is null;
comment on column proposed_access.role is 'of the membership proposed; null where it is a one-time link';

alter table app_user add column disabled_at timestamptz;
comment on column app_user.disabled_at is 'when enabled was last taken away; null for who is enabled';

grant select, insert, update (decided_by, decided_at, confirmed) on proposed_access to zhubao_app;

-- An answer that is kept for a repeated request may speak of people: it is encrypted, and its user's alone.
delete from repeated_request;
alter table repeated_request drop column body;
alter table repeated_request add column answer_cipher bytea;
alter table repeated_request add check ((status is null) = (answer_cipher is null));
comment on column repeated_request.received_at is 'when somebody took it to carry it out, last';

alter table repeated_request enable row level security;
alter table repeated_request force row level security;
create policy own on repeated_request using (
    username = current_setting('zhubao.username', true) or current_setting('zhubao.username', true) = '*');

-- Those of users who never come back are forgotten by whoever sends the next one.
create function forget_repeated_requests(received_before timestamptz) returns void
    language plpgsql as
$$
declare
    username text := current_setting('zhubao.username', true);
begin
    perform set_config('zhubao.username', '*', true);
    delete from repeated_request r where r.received_at < received_before;
    perform set_config('zhubao.username', username, true);
end
$$;

-- The rights of V0009, which it left out where the role did not exist yet, and those of the new columns.
grant select, insert, update (revoked_at) on api_token to zhubao_app;
grant select, insert, delete on repeated_request to zhubao_app;
grant update (received_at, status, location, content_type, answer_cipher) on repeated_request to zhubao_app;

-- The same file for the same list is one roster, however many send it at once; after it was given back it may come anew.
alter table roster_batch add column content_sha256 bytea check (length(content_sha256) = 32);
select set_config('zhubao.counties_from', '', true), set_config('zhubao.counties_until', ':', true);
update roster_batch b set content_sha256 = f.sha256 from roster_file f where f.id = b.file_id;
alter table roster_batch alter column content_sha256 set not null;
create unique index roster_batch_once on roster_batch (county, benefit_year, department, kind, content_sha256)
    where status <> 'RETURNED';
