-- Where in the file each recognised column stands (cells from 0), so that findings can be written back into it.
alter table roster_batch add column columns jsonb not null default '{}';
