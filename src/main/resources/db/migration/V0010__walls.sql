-- Walls between the counties, and around what must not change. The application connects as zhubao_app, which owns
-- nothing: it may do what is granted here, to the rows that the policies here let it see. docs/adr/0015 says why so.

do $$
begin
    if not exists (select from pg_roles where rolname = 'zhubao_app') then
        raise exception 'There is no role zhubao_app for the application to connect as; see docs/operations.md';
    end if;
end $$;

-- What each table lets the application do. Append-only: what has been said stays said.
grant usage on schema public to zhubao_app;
grant select on division to zhubao_app;
grant select, insert, update on app_user, invitation to zhubao_app;
grant select, insert on membership to zhubao_app;
grant select, insert on policy_version to zhubao_app;
grant select, insert on roster_file, roster_file_part, roster_row to zhubao_app;
grant select, insert, update on roster_batch to zhubao_app;
grant select, insert on person, identity_claim to zhubao_app;
grant update (known_to, ended_by_batch) on identity_claim to zhubao_app;
grant select, insert, update on determination_run to zhubao_app;
grant select, insert on outcome, outcome_share, determination to zhubao_app;
grant select, insert, update on settlement_number to zhubao_app;
grant select, insert on settlement_sheet, settlement_line to zhubao_app;
grant select, insert, update, delete on scheduled_tasks to zhubao_app;

-- Settings of the transaction say what it may see: zhubao.counties, whose business, and zhubao.people, whose people,
-- which may be one township's only. Each is a range of division codes, from … until, as '510421' until '510421:' (the
-- colon comes after the digits) holds the county and all its parts. Where they are missing or empty nothing is within.
-- The functions are plain expressions that the planner puts in place; their operators are leakproof, so it estimates
-- by the table's statistics. With LIKE it would not, and take every scope for half a per cent of the rows.
create function county_in_scope(county text) returns boolean
    language sql stable parallel safe
    return county ~>=~ current_setting('zhubao.counties_from', true)
        and county ~<~ current_setting('zhubao.counties_until', true);

create function place_in_scope(county text, township text) returns boolean
    language sql stable parallel safe
    return county ~>=~ current_setting('zhubao.people_from', true)
            and county ~<~ current_setting('zhubao.people_until', true)
        or county_in_scope(county)
            and township ~>=~ current_setting('zhubao.people_from', true)
            and township ~<~ current_setting('zhubao.people_until', true);

alter table roster_file enable row level security;
alter table roster_file force row level security;
create policy scope on roster_file using (county_in_scope(county));

alter table roster_file_part enable row level security;
alter table roster_file_part force row level security;
create policy scope on roster_file_part using (exists (select from roster_file f where f.id = file_id));

alter table roster_batch enable row level security;
alter table roster_batch force row level security;
create policy scope on roster_batch using (county_in_scope(county));

alter table roster_row enable row level security;
alter table roster_row force row level security;
create policy scope on roster_row using (place_in_scope(county, township));

alter table identity_claim enable row level security;
alter table identity_claim force row level security;
create policy scope on identity_claim using (county_in_scope(county));

-- A person belongs to the region and to whichever county lists them: the one that did so first, and any that claims
-- something of them. Of the latter only whole counties see them: the township on record is the first county's.
alter table person enable row level security;
alter table person force row level security;
create policy scope on person using (
    place_in_scope(county, township)
    or exists (
        select from identity_claim c
        where c.region = person.region and c.person_id = person.id and place_in_scope(c.county, null)));

alter table determination_run enable row level security;
alter table determination_run force row level security;
create policy scope on determination_run using (county_in_scope(county));

alter table outcome enable row level security;
alter table outcome force row level security;
create policy scope on outcome using (county_in_scope(county));

alter table outcome_share enable row level security;
alter table outcome_share force row level security;
create policy scope on outcome_share using (county_in_scope(county));

alter table determination enable row level security;
alter table determination force row level security;
create policy scope on determination using (place_in_scope(county, township));

alter table settlement_number enable row level security;
alter table settlement_number force row level security;
create policy scope on settlement_number using (county_in_scope(county));

alter table settlement_sheet enable row level security;
alter table settlement_sheet force row level security;
create policy scope on settlement_sheet using (county_in_scope(county));

alter table settlement_line enable row level security;
alter table settlement_line force row level security;
create policy scope on settlement_line using (county_in_scope(county));

-- The one question that goes beyond the county, because a person is registered once in a region: which of these keys
-- are known there, and as whom. It answers with ids only.
create function persons_of_region(in_region text, keys uuid[]) returns table (id uuid, person_key uuid)
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    return query select p.id, p.person_key from person p where p.region = in_region and p.person_key = any (keys);
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
end
$$;
