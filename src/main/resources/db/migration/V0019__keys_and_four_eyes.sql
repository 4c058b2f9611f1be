-- Which key the data are encrypted under. While it is being changed there are two, and the application does not start.
create table encryption_key (
    version smallint primary key check (version between 1 and 127),
    proof bytea not null,
    on_record boolean not null default false
);
comment on column encryption_key.proof is 'a word encrypted under it, which only the right key opens';
comment on column encryption_key.on_record is 'whether the audit trail says that it was taken into use';
grant select, insert, update (on_record) on encryption_key to zhubao_app;

-- The name of every encrypted column ends in cipher: a change of the key finds them by that.
alter table authenticator rename column secret to secret_cipher;

-- Whoever vouched for a list does not take it into the register. Earlier rows stay as they are.
alter table roster_batch add constraint roster_batch_four_eyes
    check (status not in ('ACCEPTED', 'WITHDRAWN') or decided_by <> submitted_by) not valid;
