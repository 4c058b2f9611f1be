-- A list that cancels many is accepted by two: by whom first, and never by the same person or the one who submitted it.
alter table roster_batch
    add column first_accepted_by text,
    add column first_accepted_at timestamptz,
    add check ((first_accepted_by is null) = (first_accepted_at is null)),
    add constraint roster_batch_second_acceptance
        check (first_accepted_by is null or status not in ('ACCEPTED', 'WITHDRAWN')
            or first_accepted_by <> decided_by and first_accepted_by <> submitted_by);
