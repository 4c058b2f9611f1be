-- A claim's township follows that of its person.
create trigger identity_claim_divisions_of_changed after update on identity_claim
    referencing new table as added for each statement execute function divisions_exist();
