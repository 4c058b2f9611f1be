-- What a person has to look at, as found after a run: one row for each person and matter. The key digests the facts it
-- rests on: when they change the row ends and another begins, on which nobody has decided yet.
create table review_item (
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    id uuid not null default uuidv7(),
    person_id uuid not null,
    township text,
    kind text not null,
    pattern text not null,
    facts_key text not null,
    department text,
    subsidy_fen bigint not null default 0 check (subsidy_fen >= 0),
    detail text not null default '',
    known_from timestamptz not null,
    known_to timestamptz,
    primary key (benefit_year, region, id),
    foreign key (region, person_id) references person (region, id),
    check (known_to >= known_from)
);
comment on column review_item.pattern is 'what people of one group have in common: codes of identities, joined by +, and after a bar what is open';
comment on column review_item.department is 'the one to ask; null where none certified it';
create unique index review_item_open on review_item (region, benefit_year, county, person_id, kind, facts_key)
    where known_to is null;
create index on review_item (county, benefit_year, kind, pattern) where known_to is null;
create index on review_item (region, person_id);

-- One act of deciding, about one item or a whole group.
create table review_decision (
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    id uuid not null,
    act text not null check (act in ('KEPT', 'OVERRIDDEN', 'ASKED', 'DISMISSED')),
    kind text,
    pattern text not null default '',
    persons integer not null check (persons > 0),
    was_fen bigint not null,
    subsidy_fen bigint not null,
    reason text not null check (reason <> ''),
    decided_by text not null,
    decided_at timestamptz not null,
    undone_by text,
    undone_at timestamptz,
    undone_because text,
    primary key (benefit_year, region, id),
    check ((undone_by is null) = (undone_at is null) and (undone_by is null) = (undone_because is null))
);
comment on column review_decision.id is 'of an override that of its proposal, too';
comment on column review_decision.kind is 'null where somebody was decided about without an item';
create index on review_decision (county, benefit_year, decided_at desc);

create table review_decided_item (
    region text not null,
    county text not null,
    benefit_year integer not null,
    decision_id uuid not null,
    item_id uuid not null,
    primary key (benefit_year, region, item_id, decision_id),
    foreign key (benefit_year, region, decision_id) references review_decision (benefit_year, region, id),
    foreign key (benefit_year, region, item_id) references review_item (benefit_year, region, id)
);
create index on review_decided_item (decision_id);

-- What departments are asked to correct: one letter for each department of a decision.
create table review_letter (
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    id uuid not null,
    number integer not null,
    decision_id uuid not null,
    department text not null,
    primary key (benefit_year, region, id),
    unique (county, benefit_year, number),
    foreign key (benefit_year, region, decision_id) references review_decision (benefit_year, region, id)
);

alter table review_item enable row level security;
alter table review_item force row level security;
create policy scope on review_item using (whole_county_in_scope(county) and department_in_scope('*'));

alter table review_decision enable row level security;
alter table review_decision force row level security;
create policy scope on review_decision using (whole_county_in_scope(county) and department_in_scope('*'));

alter table review_decided_item enable row level security;
alter table review_decided_item force row level security;
create policy scope on review_decided_item using (whole_county_in_scope(county) and department_in_scope('*'));

alter table review_letter enable row level security;
alter table review_letter force row level security;
create policy scope on review_letter using (whole_county_in_scope(county) and department_in_scope('*'));

grant select, insert on review_item, review_decision, review_decided_item, review_letter to zhubao_app;
grant update (known_to) on review_item to zhubao_app;
grant update (undone_by, undone_at, undone_because) on review_decision to zhubao_app;

-- Items on which nobody has decided, or whose decision was undone. Shows what its reader may see.
create view open_review_item with (security_invoker = true) as
    select i.* from review_item i
    where i.known_to is null and not exists (
        select from review_decided_item x
        join review_decision d on d.benefit_year = x.benefit_year and d.region = x.region and d.id = x.decision_id
        where x.benefit_year = i.benefit_year and x.region = i.region and x.item_id = i.id and d.undone_at is null);
grant select on open_review_item to zhubao_app;

-- The second question that goes beyond the county: whom of its people do other counties of the region list, too. It
-- answers with ids and the names of counties only.
create function listed_elsewhere(in_region text, in_county text, in_year integer)
    returns table (person_id uuid, counties text)
    language plpgsql as
$$
declare
    people_from text := current_setting('zhubao.people_from', true);
    people_until text := current_setting('zhubao.people_until', true);
    counties_from text := current_setting('zhubao.counties_from', true);
    counties_until text := current_setting('zhubao.counties_until', true);
begin
    perform set_config('zhubao.people_from', in_region, true), set_config('zhubao.people_until', in_region || ':', true),
        set_config('zhubao.counties_from', in_region, true), set_config('zhubao.counties_until', in_region || ':', true);
    return query
        select here.person_id, string_agg(distinct d.name, '、' order by d.name)
        from identity_claim here
        join identity_claim there on there.region = here.region and there.person_id = here.person_id
            and there.benefit_year = here.benefit_year and there.county <> here.county and there.known_to is null
        join division d on d.code = there.county
        where here.region = in_region and here.county = in_county and here.benefit_year = in_year
            and here.known_to is null
        group by here.person_id;
    perform set_config('zhubao.people_from', people_from, true), set_config('zhubao.people_until', people_until, true),
        set_config('zhubao.counties_from', counties_from, true),
        set_config('zhubao.counties_until', counties_until, true);
end
$$;
