-- Lists for townships: whom to check or to visit, without amounts, numbered in a county and year. A list is of one
-- township; its officer sees it. Findings change nothing else: they become matters for the review.
create table visit_list (
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    id uuid not null,
    number integer not null,
    purpose text not null check (purpose in ('IDENTITY', 'NOT_ENROLLED')),
    township text not null references division (code),
    people integer not null check (people > 0),
    made_by text not null,
    made_at timestamptz not null,
    recalled_by text,
    recalled_at timestamptz,
    primary key (benefit_year, region, id),
    unique (county, benefit_year, number),
    check ((recalled_by is null) = (recalled_at is null))
);

create table visit_line (
    region text not null,
    county text not null,
    benefit_year integer not null,
    list_id uuid not null,
    line integer not null,
    township text not null,
    person_id uuid not null,
    village text not null,
    identities text not null,
    primary key (benefit_year, region, list_id, line),
    foreign key (benefit_year, region, list_id) references visit_list (benefit_year, region, id),
    foreign key (region, person_id) references person (region, id)
);
comment on column visit_line.identities is 'codes joined by +, as certified when the list was made';
create index on visit_line (region, person_id);

create table visit_finding (
    region text not null,
    county text not null,
    benefit_year integer not null,
    id uuid not null default uuidv7(),
    list_id uuid not null,
    line integer not null,
    township text not null,
    visited_on date not null,
    finding text not null,
    remark text not null default '',
    said_by text not null,
    known_from timestamptz not null,
    known_to timestamptz,
    primary key (benefit_year, region, id),
    foreign key (benefit_year, region, list_id, line) references visit_line (benefit_year, region, list_id, line),
    check (known_to is null or known_to >= known_from)
);
create unique index visit_finding_open on visit_finding (benefit_year, region, list_id, line) where known_to is null;

alter table visit_list enable row level security;
alter table visit_list force row level security;
create policy scope on visit_list using (place_in_scope(county, township) and department_in_scope('*'));

alter table visit_line enable row level security;
alter table visit_line force row level security;
create policy scope on visit_line using (place_in_scope(county, township) and department_in_scope('*'));

alter table visit_finding enable row level security;
alter table visit_finding force row level security;
create policy scope on visit_finding using (place_in_scope(county, township) and department_in_scope('*'));

grant select, insert on visit_list, visit_line, visit_finding to zhubao_app;
grant update (recalled_by, recalled_at) on visit_list to zhubao_app;
grant update (known_to) on visit_finding to zhubao_app;
