-- Runs are published, can be told from one another by a digest, and go on from one another: a run that goes on stores
-- only whom it determined otherwise than the run before. A chain is a full run and those that go on from it.

alter table determination_run
    add column everybody boolean not null default false,
    add column published_by text,
    add column published_at timestamptz,
    add column digest text check (digest ~ '^[0-9a-f]{32}$'),
    add column persons_changed integer,
    add check ((published_at is null) = (published_by is null)),
    add check (published_at is null or status = 'FINISHED');
comment on column determination_run.everybody is 'whether it was asked not to go on from the run before';
comment on column determination_run.digest is 'the same for two runs that come to the same for the same people';
comment on column determination_run.persons_changed is 'whom it looked at anew; null when that is everybody';

create table run_place (
    run_id uuid primary key references determination_run (id),
    county text not null,
    benefit_year integer not null,
    chain uuid not null references determination_run (id),
    place integer not null check (place >= 0),
    check ((chain = run_id) = (place = 0)),
    unique (chain, place)
);
comment on column run_place.chain is 'the full run it goes on from; itself when it is one';
comment on column run_place.place is 'how many runs after that';
alter table run_place enable row level security;
alter table run_place force row level security;
create policy scope on run_place using (whole_county_in_scope(county));
grant select, insert on run_place to zhubao_app;

-- What was one row for each person and run is one for each person and stretch of runs. No foreign keys: the rows are
-- made by one statement from persons and outcomes, neither of which is ever deleted, and to check a million of them one
-- by one takes longer than to write them.
alter table determination rename to determined;
alter table determined rename column run_id to chain;
alter table determined
    add column from_place integer not null default 0,
    add column until_place integer check (until_place > from_place),
    drop constraint determination_pkey,
    drop constraint determination_run_id_outcome_id_fkey,
    drop constraint determination_region_person_id_fkey,
    add primary key (benefit_year, region, chain, person_id, from_place);
comment on column determined.from_place is 'the first run of the chain for which it holds';
comment on column determined.until_place is 'the first run of the chain for which it no longer holds; null as long as it does';
grant update (until_place) on determined to zhubao_app;

select set_config('zhubao.people_from', '', true), set_config('zhubao.people_until', ':', true);
insert into run_place (run_id, county, benefit_year, chain, place)
    select distinct on (r.id) r.id, r.county, r.benefit_year, r.id, 0
    from determination_run r join outcome o on o.run_id = r.id;

-- Who was determined how by which run, whichever run of its chain stored it.
create view determination with (security_invoker = true) as
    select d.benefit_year, d.region, d.county, r.run_id, d.person_id, d.outcome_id, d.township
    from run_place r
    join determined d on d.chain = r.chain and d.benefit_year = r.benefit_year
        and d.from_place <= r.place and (d.until_place is null or d.until_place > r.place);
grant select on determination to zhubao_app;

-- Every run has all its outcomes; one that goes on takes over those of the run before, with their numbers.
alter table outcome add column alike uuid;
comment on column outcome.alike is 'hash of the facts that all who share it have in common';

-- Whom another county of the region listed first, identity by identity, and still lists. Answers with ids only.
create function listed_first_elsewhere(in_region text, in_county text, in_year integer, at timestamptz)
    returns table (person_id uuid, identity text)
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    return query
        select distinct o.person_id, o.identity from (
            select c.person_id, c.identity, c.county, min(c.known_from) as listed
            from identity_claim c
            where c.region = in_region and c.benefit_year = in_year and c.county <> in_county and c.known_from <= at
            group by 1, 2, 3
            having bool_or(c.known_to is null or c.known_to > at)) o
        where (o.listed, o.county) < (
            select min(m.known_from), in_county from identity_claim m
            where m.region = in_region and m.benefit_year = in_year and m.county = in_county
                and m.person_id = o.person_id and m.identity = o.identity and m.known_from <= at);
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
end
$$;
