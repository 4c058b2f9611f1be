-- A run that goes on ends rows that stand all over the table. Where the page has room for the row as it is afterwards, no
-- index has to learn of it.
alter table determined set (fillfactor = 95);
