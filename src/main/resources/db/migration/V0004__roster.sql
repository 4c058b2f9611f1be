-- Rosters as they arrived and what was found in them. Everything here stays for good.

create table roster_file (
    id uuid primary key,
    county text not null references division (code),
    sha256 bytea not null check (length(sha256) = 32),
    name text not null,
    size_bytes bigint not null
);

-- The file itself, encrypted in parts so that no node ever holds a whole one.
create table roster_file_part (
    file_id uuid not null references roster_file (id),
    part integer not null,
    cipher bytea not null,
    primary key (file_id, part)
);

create table roster_batch (
    id uuid primary key,
    county text not null references division (code),
    benefit_year integer not null check (benefit_year between 2000 and 2100),
    department text not null,
    kind text not null,
    status text not null,
    file_id uuid not null references roster_file (id),
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    sheet_name text not null default '',
    header_row integer not null default 0,
    skipped_sheets text not null default '',
    skipped_hidden_rows integer not null default 0,
    rows_read integer not null default 0,
    rows_acceptable integer not null default 0,
    rows_rejected integer not null default 0,
    rows_waiting integer not null default 0,
    submitted_by text,
    submitted_at timestamptz,
    decided_by text,
    decided_at timestamptz,
    decision_reason text,
    version integer not null default 0
);
create index on roster_batch (county, benefit_year, department, uploaded_at desc);

-- One data row of a batch after its checks; the raw cells are encrypted.
create table roster_row (
    county text not null,
    benefit_year integer not null,
    batch_id uuid not null references roster_batch (id),
    row_number integer not null,
    person_key uuid,
    number_cipher bytea,
    number_tail text,
    name text not null,
    comparable_name text not null,
    birth_date date,
    male boolean,
    identity text,
    attributes jsonb not null default '{}',
    township text,
    township_name text not null default '',
    village text not null default '',
    household text,
    recognised_on date,
    expires_on date,
    died_on date,
    raw_cipher bytea not null,
    problems jsonb not null default '[]',
    acceptable boolean not null,
    enters_register boolean not null,
    primary key (benefit_year, county, batch_id, row_number)
);
create index on roster_row (batch_id, person_key);
create index on roster_row (batch_id, row_number) where problems <> '[]';

comment on column roster_row.person_key is 'keyed hash of the identity number; null while there is no usable number';
comment on column roster_row.attributes is 'what the identity carries: grade, category, certificate …';
comment on column roster_row.problems is 'findings: [{"code": 102, "column": "ID_NUMBER", "arguments": ["7"]}]';
comment on column roster_row.enters_register is 'acceptable, needs nobody to confirm it, and no repetition of an earlier row';
