-- Hundreds of thousands of rows arrive at once, and PostgreSQL does not COPY into a table behind row policies. So rows
-- arrive in a partition, the only one, into which the application may write and from which it may not read; it reads
-- roster_row, with the policies as before. See docs/adr/0026.
alter table roster_row rename to roster_row_arriving;
alter table roster_row_arriving
    drop constraint roster_row_pkey,
    drop constraint roster_row_batch_id_fkey,
    add primary key (batch_id, row_number),
    alter column raw_cipher drop not null,
    add column told text not null default '';
drop index roster_row_batch_id_person_key_idx;

create table roster_row (like roster_row_arriving including defaults, primary key (batch_id, row_number))
    partition by list (batch_id);
create index on roster_row (batch_id, row_number) where problems <> '[]';

comment on column roster_row.person_key is 'keyed hash of the identity number; null while there is no usable number';
comment on column roster_row.attributes is 'what the identity carries: grade, category, certificate …';
comment on column roster_row.problems is 'findings: [{"code": 102, "column": "ID_NUMBER", "arguments": ["7"]}]';
comment on column roster_row.enters_register is 'acceptable, needs nobody to confirm it, and no repetition of an earlier row';
comment on column roster_row.raw_cipher is 'the cells of a row without a usable number; those of all rows stand in the file';
comment on column roster_row.told is 'what the column says that such a list is about; empty where raw_cipher tells it';

drop policy scope on roster_row_arriving;
alter table roster_row_arriving no force row level security, disable row level security;
revoke all on roster_row_arriving from zhubao_app;
grant insert, maintain on roster_row_arriving to zhubao_app;
alter table roster_row attach partition roster_row_arriving default;

alter table roster_row enable row level security;
alter table roster_row force row level security;
create policy scope on roster_row using (
    place_in_scope(county, township)
    and (current_setting('zhubao.department', true) = '*' or batch_id in (select b.id from roster_batch b)));
grant select on roster_row to zhubao_app;

-- What a policy and a reference would ask row by row: each statement brings rows of lists that are being read, and that
-- whoever reads them may see.
create function rows_are_of_a_list_being_read() returns trigger language plpgsql as $$
begin
    if exists (
        select from (select distinct batch_id, county, benefit_year from added) a
        where not exists (select from roster_batch b
            where b.id = a.batch_id and b.county = a.county and b.benefit_year = a.benefit_year and b.status = 'READING'))
    then
        raise foreign_key_violation using message = 'rows arrive only while their list is being read';
    end if;
    return null;
end $$;
create trigger rows_are_of_a_list_being_read after insert on roster_row_arriving
    referencing new table as added for each statement execute function rows_are_of_a_list_being_read();

-- The other side of the reference.
create function batches_stay() returns trigger language plpgsql as $$
begin
    raise foreign_key_violation using message = 'lists are not deleted and keep their ids';
end $$;
create trigger batch_stays before delete or update of id on roster_batch
    for each statement execute function batches_stay();
