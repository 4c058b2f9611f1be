-- Walls within a county. A township's officer sees the township's people and what is claimed of them, and neither runs
-- nor sheets nor the departments' files, which hold everybody. A department's officer sees the department's own lists
-- and claims, and of the people those it has claimed something of.

-- zhubao.department is a department's code, or * for who is bound to none. Missing or empty shows nothing.
create function department_in_scope(department text) returns boolean
    language sql stable parallel safe
    return current_setting('zhubao.department', true) = '*' or department = current_setting('zhubao.department', true);

-- A range of people that leaves some of the county out does not hold the county's own code.
create function whole_county_in_scope(county text) returns boolean
    language sql stable parallel safe
    return county ~>=~ current_setting('zhubao.people_from', true)
        and county ~<~ current_setting('zhubao.people_until', true);

-- Where the claim puts the person, or the register when it is this county's: whose officer sees it.
alter table identity_claim add column township text;
alter table roster_file add column department text;
select set_config('zhubao.counties_from', '', true), set_config('zhubao.counties_until', ':', true),
    set_config('zhubao.people_from', '', true), set_config('zhubao.people_until', ':', true);
update identity_claim c set township = p.township
    from person p where p.region = c.region and p.id = c.person_id and p.county = c.county;
update roster_file f set department = b.department from roster_batch b where b.file_id = f.id;
alter table roster_file alter column department set not null;

drop policy scope on identity_claim;
create policy scope on identity_claim using (place_in_scope(county, township) and department_in_scope(department));

drop policy scope on person;
create policy scope on person using (
    place_in_scope(county, township) and current_setting('zhubao.department', true) = '*'
    or exists (
        select from identity_claim c
        where c.region = person.region and c.person_id = person.id and whole_county_in_scope(c.county)));

drop policy scope on roster_batch;
create policy scope on roster_batch using (county_in_scope(county) and department_in_scope(department));

drop policy scope on roster_file;
create policy scope on roster_file using (county_in_scope(county) and department_in_scope(department));

drop policy scope on roster_file_part;
create policy scope on roster_file_part using (exists (
    select from roster_file f where f.id = file_id and whole_county_in_scope(f.county)));

drop policy scope on roster_row;
create policy scope on roster_row using (
    place_in_scope(county, township)
    and (current_setting('zhubao.department', true) = '*' or batch_id in (select b.id from roster_batch b)));

drop policy scope on determination_run;
create policy scope on determination_run using (whole_county_in_scope(county));

drop policy scope on outcome;
create policy scope on outcome using (whole_county_in_scope(county));

drop policy scope on outcome_share;
create policy scope on outcome_share using (whole_county_in_scope(county));

drop policy scope on determination;
create policy scope on determination using (whole_county_in_scope(county));

drop policy scope on settlement_number;
create policy scope on settlement_number using (whole_county_in_scope(county));

drop policy scope on settlement_sheet;
create policy scope on settlement_sheet using (whole_county_in_scope(county));

drop policy scope on settlement_line;
create policy scope on settlement_line using (whole_county_in_scope(county));
