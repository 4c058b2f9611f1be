-- Behind the walls an index answers only what could tell nobody anything, which a comparison of texts is and taking a
-- text out of a document is not: each person's page looked through all numbered households of a department.
drop index identity_claim_household;
alter table identity_claim
    add column household_number text generated always as (attributes ->> 'household-number') stored;
comment on column identity_claim.household_number is 'as in attributes; null where the list numbers no households';
create index identity_claim_household on identity_claim (county, benefit_year, department, household_number)
    where known_to is null and household_number is not null;
