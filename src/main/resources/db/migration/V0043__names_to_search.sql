-- How a name may be asked for: from any of its characters on, in characters, in pinyin and by its initials. One row for
-- each name, however many people have it; it tells nothing of any of them.
create table name_spelling (
    comparable_name text primary key,
    terms tsvector not null
);
create index on name_spelling using gin (terms);
grant select, insert on name_spelling to zhubao_app;

-- People are asked for within their region: a county finds whom another one listed first, too.
drop index person_county_comparable_name_idx;
drop index person_county_number_tail_idx;
create index on person (region, comparable_name);
create index on person (region, number_tail);
