-- What was left out of a file and what was filled in, beside hidden rows.
alter table roster_batch
    add column skipped_columns text not null default '',
    add column filled_cells integer not null default 0;
