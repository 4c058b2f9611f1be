-- Two persons may also state one fact that no department states; the rules then decide by it.
alter table override add column stated text check (stated ~ '^[^=]+=.+$');
comment on column override.stated is 'fact=value; then identity is null, and the rules decide';
alter table override add check (identity is null or stated is null);

-- What pays something names an identity or states a fact.
do $$
declare
    rule text;
begin
    select conname into strict rule from pg_constraint
    where conrelid = 'override'::regclass and contype = 'c'
        and pg_get_constraintdef(oid) like '%identity IS NOT NULL%subsidy_fen = 0%';
    execute format('alter table override drop constraint %I', rule);
end $$;
alter table override add check (identity is not null or stated is not null or subsidy_fen = 0);
