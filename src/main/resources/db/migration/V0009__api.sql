-- The HTTP interface: the tokens of programs, and the answers kept for requests that are sent again.

create table api_token (
    id bigint generated always as identity primary key,
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    user_id bigint not null references app_user (id),
    name text not null,
    role text not null,
    prefix text not null check (prefix ~ '^[0-9]{0,12}$'),
    department text,
    issued_by text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    check ((role = 'department') = (department is not null)),
    check (expires_at > issued_at)
);
create index on api_token (user_id);
comment on column api_token.token_hash is 'SHA-256 of a random token of 256 bits; the token itself is kept nowhere';

create table repeated_request (
    username text not null,
    idempotency_key text not null,
    request_hash text not null check (request_hash ~ '^[0-9a-f]{64}$'),
    received_at timestamptz not null,
    status integer,
    location text,
    content_type text,
    body bytea,
    primary key (username, idempotency_key)
);
create index on repeated_request (received_at);
comment on column repeated_request.status is 'of the answer; null while the request is being worked on';

-- Where the application connects as a role that owns nothing.
do $$
begin
    if exists (select from pg_roles where rolname = 'zhubao_app') then
        grant select, insert, update (revoked_at) on api_token to zhubao_app;
        grant select, insert, delete, update (status, location, content_type, body) on repeated_request to zhubao_app;
    end if;
end $$;
