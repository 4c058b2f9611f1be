-- After a large list and after a run the next question comes at once, before the database has looked at the tables by
-- itself; without statistics it would join a hundred thousand people as if they were a handful.
grant maintain on person, identity_claim, determined, outcome to zhubao_app;
