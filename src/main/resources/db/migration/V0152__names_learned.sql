-- The names on a list are learned while nobody waits; its acceptance need not ask for each of them whether it has been.
alter table roster_batch add column names_learned boolean not null default false;
comment on column roster_batch.names_learned is 'every name that it brings on record can be searched for';
