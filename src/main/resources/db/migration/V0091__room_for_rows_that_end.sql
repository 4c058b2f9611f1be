-- A run that goes on writes an end to rows all over the table. With room for that on their page, no index has to be told.
alter table determined set (fillfactor = 95);
