-- A whole county is let through once for a statement (V0046) where payments, marks and reconciliations of everybody are
-- looked at, too.
create policy whole_county on payment_record using (county = (select current_setting('zhubao.county', true)));
create policy whole_county on mark_line using (county = (select current_setting('zhubao.county', true)));
create policy whole_county on reconciliation_line using (county = (select current_setting('zhubao.county', true)));
