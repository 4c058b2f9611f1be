-- What comes back from the tax bureau, and how people are insured. Nothing is changed: what no longer holds gets an end.

-- One payment: what somebody paid, and what was paid for them. It may be of anybody, known to the register or not.
create table payment_record (
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    id uuid not null default uuidv7(),
    person_key uuid not null,
    number_cipher bytea not null,
    number_tail text not null,
    name text not null,
    township text references division (code),
    township_name text not null default '',
    paid_as text not null default '',
    tier text not null default '',
    subsidised_fen bigint not null,
    own_fen bigint not null,
    total_fen bigint not null,
    paid_on date not null,
    payment_batch text not null default '',
    enrolled_at text not null default '',
    known_from timestamptz not null,
    known_to timestamptz,
    batch_id uuid not null references roster_batch (id),
    row_number integer not null,
    ended_by_batch uuid references roster_batch (id),
    primary key (benefit_year, region, id),
    check (subsidised_fen + own_fen = total_fen),
    check (known_to is null or known_to >= known_from)
);
create index on payment_record (region, benefit_year, person_key) where known_to is null;
create index on payment_record (batch_id);

comment on column payment_record.tier is 'as the policy names it; empty where the list names none';
comment on column payment_record.total_fen is 'negative where a payment was given back';

-- How somebody is insured, or why not. The newest list's word about a person counts.
create table enrolment_status (
    region text not null,
    county text not null references division (code),
    benefit_year integer not null,
    id uuid not null default uuidv7(),
    person_key uuid not null,
    number_cipher bytea not null,
    number_tail text not null,
    name text not null,
    township_name text not null default '',
    insurance text not null default '' check (insurance in ('', 'resident', 'employee')),
    enrolled_at text not null default '',
    state text not null check (state in ('normal', 'elsewhere', 'dead', 'serving', 'abroad', 'declined')),
    known_from timestamptz not null,
    known_to timestamptz,
    batch_id uuid not null references roster_batch (id),
    row_number integer not null,
    ended_by_batch uuid references roster_batch (id),
    primary key (benefit_year, region, id),
    check (known_to is null or known_to >= known_from)
);
create unique index enrolment_status_open on enrolment_status (region, benefit_year, county, person_key)
    where known_to is null;
create index on enrolment_status (batch_id);

comment on column enrolment_status.enrolled_at is 'code of the county, or its name as written where it is none of ours';

grant select, insert on payment_record, enrolment_status to zhubao_app;
grant update (known_to, ended_by_batch) on payment_record, enrolment_status to zhubao_app;

-- The bureau and the tax bureau see payments; a certifying department and a township do not.
alter table payment_record enable row level security;
alter table payment_record force row level security;
create policy scope on payment_record using (whole_county_in_scope(county) and department_in_scope('tax'));

alter table enrolment_status enable row level security;
alter table enrolment_status force row level security;
create policy scope on enrolment_status
    using (whole_county_in_scope(county) and department_in_scope('medical-insurance'));
