-- A sheet by a reconciliation rests on the payments and states of enrolment that this one knew, too, even where they came
-- after the run. Sheets from before get them named. The walls hold for the owner, too, so they are opened for it.
alter table settlement_sheet no force row level security;
alter table settlement_input no force row level security;
alter table reconciliation no force row level security;
alter table roster_batch no force row level security;
alter table roster_file no force row level security;
insert into settlement_input (sheet_id, batch_id, county, content_digest)
select s.id, b.id, b.county, encode(f.sha256, 'hex')
from settlement_sheet s
join reconciliation c on c.id = s.reconciliation_id
join roster_batch b on b.county = s.county and b.benefit_year = s.benefit_year
    and b.kind in ('PAYMENTS', 'ENROLMENT_STATUS') and b.status in ('ACCEPTED', 'WITHDRAWN')
    and b.decided_at <= c.reconciled_at and (b.withdrawn_at is null or b.withdrawn_at > c.reconciled_at)
join roster_file f on f.id = b.file_id
on conflict do nothing;
alter table settlement_sheet force row level security;
alter table settlement_input force row level security;
alter table reconciliation force row level security;
alter table roster_batch force row level security;
alter table roster_file force row level security;
