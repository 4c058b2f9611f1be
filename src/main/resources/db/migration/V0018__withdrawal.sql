-- An accepted roster can be taken back as long as nothing settled rests on it.
alter table roster_batch
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text,
    add check ((status = 'WITHDRAWN') = (withdrawn_at is not null)
        and (withdrawn_by is null) = (withdrawn_at is null)
        and (withdrawal_reason is null) = (withdrawn_at is null));

drop index roster_batch_once;
create unique index roster_batch_once on roster_batch (county, benefit_year, department, kind, content_sha256)
    where status not in ('RETURNED', 'WITHDRAWN');
