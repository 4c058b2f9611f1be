-- A list is read by a job. Until that is over it is READING; what came of it stands in its row.
alter table roster_batch
    add column reading_stage text not null default 'RECEIVED',
    add column reading_attempts integer not null default 0,
    add column refusal_cipher bytea,
    add check ((status = 'REFUSED') = (refusal_cipher is not null));
comment on column roster_batch.rows_read is 'while it is being read: how many so far';
comment on column roster_batch.refusal_cipher is 'why it was not taken, with what was quoted from the file';

drop index roster_batch_once;
create unique index roster_batch_once on roster_batch (county, benefit_year, department, kind, content_sha256)
    where status not in ('RETURNED', 'WITHDRAWN', 'REPLACED', 'REFUSED', 'CANCELLED');
create index on roster_batch (file_id);

-- Of a file that is not taken nothing stays but its name. Its parts can be deleted as long as its list is being read, and
-- never again.
grant delete on roster_file_part to zhubao_app;
create policy forgotten_while_reading on roster_file_part as restrictive for delete using (exists (
    select from roster_batch b where b.file_id = roster_file_part.file_id and b.status = 'READING'));
