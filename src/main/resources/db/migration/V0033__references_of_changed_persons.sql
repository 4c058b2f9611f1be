-- Newer lists and corrections change persons; the divisions they name then are checked as those of new ones are.
create trigger person_divisions_of_changed after update on person
    referencing new table as added for each statement execute function divisions_exist();
