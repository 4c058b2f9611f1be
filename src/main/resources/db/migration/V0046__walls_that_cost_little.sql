-- What the walls cost where a million rows are looked at. The planner could not know how many rows a wall lets through
-- that asks whether the department is '*': it took every list and every claim for half a per cent of what it is, and
-- compared everybody with everybody, one by one. As a range of codes it is estimated as the other walls are: from
-- zhubao.department, where '*' comes before all codes, until zhubao.department_until, which is '~' or the same code.
create or replace function department_in_scope(department text) returns boolean
    language sql stable parallel safe
    return department ~>=~ current_setting('zhubao.department', true)
        and department ~<=~ current_setting('zhubao.department_until', true);

-- Most work is that of one whole county with all its departments. Then zhubao.county is its code, which is asked for
-- once for a statement and not for each row: what the other policy lets through, it lets through, too. Its name comes
-- last, and the last one is tried first.
create policy whole_county on person using (county = (select current_setting('zhubao.county', true)));
create policy whole_county on identity_claim using (county = (select current_setting('zhubao.county', true)));
create policy whole_county on roster_row using (county = (select current_setting('zhubao.county', true)));
create policy whole_county on determined using (county = (select current_setting('zhubao.county', true)));
create policy whole_county on outcome using (county = (select current_setting('zhubao.county', true)));
create policy whole_county on outcome_share using (county = (select current_setting('zhubao.county', true)));
