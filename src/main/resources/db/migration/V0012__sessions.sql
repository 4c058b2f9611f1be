-- Sessions (the tables Spring Session asks for), earlier passwords, and the second step of signing in.

create table spring_session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index on spring_session (expiry_time);
create index on spring_session (principal_name);
comment on table spring_session is 'who is signed in right now; worth nothing in a backup';

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

alter table app_user add column password_chosen_at timestamptz;
update app_user set password_chosen_at = now() where password_hash is not null;
alter table app_user add check ((password_hash is null) = (password_chosen_at is null));

create table earlier_password (
    user_id bigint not null references app_user (id),
    position integer not null,
    password_hash text not null,
    primary key (user_id, position)
);
comment on table earlier_password is 'the newest last; only as many as the strictest policy asks for';

create table authenticator (
    user_id bigint primary key references app_user (id),
    secret bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);
comment on column authenticator.secret is 'shared secret of RFC 6238, encrypted';
comment on column authenticator.confirmed_at is 'null until the first code was shown: until then it is not asked for';
comment on column authenticator.last_step is 'number of the newest 30 seconds whose code was used; no code is good twice';

create table recovery_code (
    user_id bigint not null references authenticator (user_id) on delete cascade,
    code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
    primary key (user_id, code_hash)
);
comment on table recovery_code is 'hashes of the codes not used yet';

-- What the application may do; it owns none of these tables (V0010).
grant select, insert, update, delete on spring_session, spring_session_attributes to zhubao_app;
grant select, insert, update, delete on earlier_password, authenticator to zhubao_app;
grant select, insert, delete on recovery_code to zhubao_app;
