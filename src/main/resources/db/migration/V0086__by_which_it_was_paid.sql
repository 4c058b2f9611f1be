-- What a reconciliation keeps because the notice neither tops up nor refunds is borne by the determination by which it was
-- paid: its run and outcome have columns of their own. Lines from before have both behind the tier, in their shares, too,
-- and go on to be read: the two still are equal.
alter table reconciliation_line
    add column paid_run uuid references determination_run (id),
    add column paid_outcome integer,
    add check ((paid_run is null) = (paid_outcome is null));
comment on column reconciliation_line.tier is
    'that the person pays in; of what was kept before there was paid_run: tier@run@outcome';
comment on column reconciliation_line.paid_run is
    'by which was paid what the notice keeps as it was; null where the run of the reconciliation holds';

alter table reconciliation_share
    add column paid_run uuid references determination_run (id),
    add column paid_outcome integer,
    drop constraint reconciliation_share_pkey,
    add constraint reconciliation_share_once
        unique nulls not distinct (reconciliation_id, outcome_id, tier, fund, paid_run, paid_outcome);

-- Who is subsidised as one of everybody is no department's, and nobody has to act: the bureau sees them, and the township.
create policy of_no_department on reconciliation_line
    using (department = '' and owner = '' and place_in_scope(county, township) and department_in_scope('*'));
