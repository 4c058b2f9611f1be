-- What a statement brings is looked through once, not once for counties and once for townships.
create or replace function divisions_exist() returns trigger language plpgsql as $$
declare
    unknown text;
begin
    select named.code into unknown
        from (select distinct county, township from added) a
        cross join lateral (values (a.county), (a.township)) named (code)
        where named.code is not null and not exists (select from division d where d.code = named.code)
        limit 1;
    if found then
        raise foreign_key_violation using message = format('%s names no division: %s', tg_table_name, unknown);
    end if;
    return null;
end $$;
