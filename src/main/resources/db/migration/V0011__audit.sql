-- Who did what, to whom, when and from where. Lines are only ever added, each with the SHA-256 of its content and of
-- the hash before it; ids count up without a gap. AuditEntry says what exactly is hashed.
create table audit_entry (
    id bigint primary key check (id > 0),
    at timestamptz not null,
    who text not null,
    role text not null,
    address text not null,
    action text not null,
    division text not null,
    object text not null,
    before text not null,
    after text not null,
    hash bytea not null check (length(hash) = 32)
);
create index on audit_entry (at);
create index on audit_entry (who, id);
create index on audit_entry (object, id);
comment on column audit_entry.who is 'user name; empty when a sign-in named nobody we know';
comment on column audit_entry.division is 'prefix of the divisions it concerns; empty is everything';
comment on column audit_entry.object is 'kind and id: roster 6f0c…; never an identity number';
comment on column audit_entry.before is 'JSON as text, because the hash is over the very characters';

grant select, insert on audit_entry to zhubao_app;

-- Everybody's doings are written down; who reads them is said by zhubao.trail.
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy writing on audit_entry for insert with check (true);
create policy reading on audit_entry for select using (
    division ~>=~ current_setting('zhubao.trail_from', true)
    and division ~<~ current_setting('zhubao.trail_until', true));

-- The last line, to which the next is chained. Waits until whoever is adding one has committed, so that lines come one
-- by one; goes beyond what the transaction may read, and tells id and hash only.
create function audit_head() returns table (id bigint, hash bytea)
    language plpgsql as
$$
declare
    trail_from text := current_setting('zhubao.trail_from', true);
    trail_until text := current_setting('zhubao.trail_until', true);
begin
    perform pg_advisory_xact_lock(hashtext('audit_entry'));
    perform set_config('zhubao.trail_from', '', true), set_config('zhubao.trail_until', ':', true);
    return query select e.id, e.hash from audit_entry e order by e.id desc limit 1;
    perform set_config('zhubao.trail_from', trail_from, true), set_config('zhubao.trail_until', trail_until, true);
end
$$;
