-- Everybody who has ever written at a draft, not only the first and the last: none of them publishes it.
alter table policy_draft add column writers text not null default '';
comment on column policy_draft.writers is 'usernames, separated by commas';
alter table policy_draft add check (status <> 'PUBLISHED' or decided_by <> all (string_to_array(writers, ',')));
