-- Reconciliation: who is recognised, marked, has paid and was subsidised, person by person, with one named cause for each
-- mismatch. Frozen as it was found; the next one is another.

create table reconciliation (
    id uuid primary key,
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    run_id uuid not null references determination_run (id),
    people integer not null,
    reconciled_by text not null,
    reconciled_at timestamptz not null
);
create index on reconciliation (county, benefit_year, reconciled_at desc);

-- What each fund bears of an outcome in a tier, as it was at that time.
create table reconciliation_share (
    reconciliation_id uuid not null references reconciliation (id),
    county text not null,
    outcome_id integer not null,
    tier text not null,
    fund text not null,
    amount_fen bigint not null,
    primary key (reconciliation_id, outcome_id, tier, fund)
);

create table reconciliation_line (
    reconciliation_id uuid not null references reconciliation (id),
    region text not null,
    county text not null,
    benefit_year integer not null,
    person_id uuid,
    person_key uuid not null,
    number_cipher bytea not null,
    number_tail text not null,
    name text not null,
    township text references division (code),
    township_name text not null default '',
    identity text not null default '',
    paid_as text not null default '',
    department text not null default '',
    owner text not null,
    delivery text not null,
    outcome_id integer,
    tier text not null default '',
    recognised boolean not null,
    marked_from timestamptz,
    marked_to timestamptz,
    payments integer not null,
    paid_on date,
    died_on date,
    cause text not null,
    chargeable boolean not null,
    subsidy_fen bigint not null,
    paid_fen bigint not null,
    subsidised_fen bigint not null,
    due_fen bigint not null,
    primary key (reconciliation_id, person_key),
    foreign key (region, person_id) references person (region, id)
);
create index on reconciliation_line (reconciliation_id, cause);

comment on column reconciliation_line.person_id is 'null for whoever paid and is not in the register';
comment on column reconciliation_line.department is 'that certifies the identity paid and bears the subsidy; empty where there is none';
comment on column reconciliation_line.owner is 'the office that has to act: a department''s code, township, or empty';
comment on column reconciliation_line.chargeable is 'whether the subsidy is charged to the funds';
comment on column reconciliation_line.paid_fen is 'subsidised and paid by the person, together';
comment on column reconciliation_line.subsidised_fen is 'what the tax bureau says was paid for the person';
comment on column reconciliation_line.due_fen is 'owed to the person when positive, to be taken back when negative';

grant select, insert on reconciliation, reconciliation_share, reconciliation_line to zhubao_app;

alter table reconciliation enable row level security;
alter table reconciliation force row level security;
create policy scope on reconciliation using (county_in_scope(county));

alter table reconciliation_share enable row level security;
alter table reconciliation_share force row level security;
create policy scope on reconciliation_share using (whole_county_in_scope(county));

-- A department sees the lines it bears or has to act on; a township those of its people.
alter table reconciliation_line enable row level security;
alter table reconciliation_line force row level security;
create policy scope on reconciliation_line
    using (place_in_scope(county, township) and (department_in_scope(department) or department_in_scope(owner)));

-- Who of a county's people has paid in another county of the region. Answers with keys only.
create function paid_in_other_counties(in_region text, in_county text, in_year integer) returns table (person_key uuid)
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true);
    return query
        select o.person_key from payment_record o
        where o.region = in_region and o.benefit_year = in_year and o.county <> in_county and o.known_to is null
            and (exists (select from payment_record p
                    where p.region = in_region and p.benefit_year = in_year and p.county = in_county
                        and p.person_key = o.person_key and p.known_to is null)
                or exists (select from person p join identity_claim c on c.region = p.region and c.person_id = p.id
                    where p.region = in_region and p.person_key = o.person_key and c.county = in_county
                        and c.benefit_year = in_year and c.known_to is null))
        group by o.person_key
        having sum(o.total_fen) > 0;
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true);
end
$$;
