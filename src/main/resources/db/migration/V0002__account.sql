-- Users, what they are and where, and the one-time links by which they choose a password.

create table app_user (
    id bigint generated always as identity primary key,
    username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,31}$'),
    display_name text not null,
    password_hash text,
    enabled boolean not null default true,
    failed_attempts integer not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null
);
comment on column app_user.password_hash is 'with its scheme in front ({bcrypt}…); null until the first link was used';

create table membership (
    user_id bigint not null references app_user (id),
    position integer not null,
    role text not null,
    prefix text not null check (prefix ~ '^[0-9]{0,12}$'),
    department text,
    primary key (user_id, position),
    check ((role = 'department') = (department is not null))
);
comment on column membership.prefix is 'scope: every division whose code begins so (GB/T 2260); empty is everywhere';

create table invitation (
    token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    user_id bigint not null references app_user (id),
    expires_at timestamptz not null,
    used_at timestamptz
);
create index on invitation (user_id);
comment on column invitation.token_hash is 'SHA-256 of a random token of 256 bits; the token itself is kept nowhere';
