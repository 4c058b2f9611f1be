-- Policies that the offices write themselves: drafts on their way to publication, and what was published when.

create table policy_draft (
    id uuid primary key,
    region text not null check (region ~ '^[0-9]{4,6}$'),
    title text not null,
    text text not null,
    made_from text check (made_from ~ '^[0-9a-f]{64}$'),
    author text not null,
    created_at timestamptz not null,
    changed_by text not null,
    changed_at timestamptz not null,
    status text not null check (status in ('DRAFT', 'PROVED', 'SUBMITTED', 'PUBLISHED', 'RETURNED')),
    proved_digest text check (proved_digest ~ '^[0-9a-f]{64}$'),
    proved_at timestamptz,
    needing_rulings integer not null default 0,
    needing_acknowledgment integer not null default 0,
    submitted_by text,
    submitted_at timestamptz,
    decided_by text,
    decided_at timestamptz,
    decision_reason text,
    version integer not null default 0,
    check (status not in ('PROVED', 'SUBMITTED', 'PUBLISHED') or proved_digest is not null),
    check (status not in ('SUBMITTED', 'PUBLISHED') or submitted_by is not null and needing_rulings = 0),
    -- Four eyes: whoever approves has neither begun the text nor written at it nor submitted it
    check (status <> 'PUBLISHED'
        or decided_by is not null and decided_by not in (author, changed_by, submitted_by))
);
comment on column policy_draft.region is 'division code of the pooling region it is for, or of one county';
comment on column policy_draft.made_from is 'digest of the published text it was begun with; null for a blank one';
comment on column policy_draft.proved_digest is 'SHA-256 of the text that was proved; any change of the text removes it';

-- Each publication is an event that stays: the newest for a region and benefit year is in force.
create table policy_publication (
    id bigint generated always as identity primary key,
    draft uuid not null unique references policy_draft (id),
    policy text not null,
    region text not null,
    first_benefit_year integer not null,
    last_benefit_year integer not null check (last_benefit_year >= first_benefit_year),
    version integer not null check (version > 0),
    digest text not null references policy_version (digest),
    submitted_by text not null,
    approved_by text not null check (approved_by <> submitted_by),
    published_at timestamptz not null,
    unique (policy, version)
);

grant select, insert, update on policy_draft to zhubao_app;
grant select, insert on policy_publication to zhubao_app;

-- Whoever's scope covers the region sees its drafts: a county does not see, nor write, its city's.
alter table policy_draft enable row level security;
alter table policy_draft force row level security;
create policy scope on policy_draft using (county_in_scope(region));

-- What is published is never changed again, by nobody.
create function published_stays() returns trigger
    language plpgsql as
$$
begin
    raise exception 'a published policy is never changed (draft %)', old.id;
end
$$;
create trigger published_stays before update or delete on policy_draft
    for each row when (old.status = 'PUBLISHED') execute function published_stays();
