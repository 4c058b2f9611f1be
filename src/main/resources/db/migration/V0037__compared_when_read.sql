-- The job that reads a list also compares it with the register; the list of rosters says what came out.
alter table roster_batch
    add column added_when_read integer,
    add column changed_when_read integer,
    add column cancelled_when_read integer,
    add check (num_nulls(added_when_read, changed_when_read, cancelled_when_read) in (0, 3));

-- Of a list given up or refused in the middle stood how many rows had been read, and that none was anything.
select set_config('zhubao.counties_from', '', true), set_config('zhubao.counties_until', ':', true),
    set_config('zhubao.people_from', '', true), set_config('zhubao.people_until', ':', true),
    set_config('zhubao.department', '*', true);
update roster_batch set rows_acceptable = rows_read where status in ('READING', 'REFUSED', 'CANCELLED');

comment on column roster_batch.cancelled_when_read is
    'what accepting it would have done when it had been read; the preview compares with the register of today';
