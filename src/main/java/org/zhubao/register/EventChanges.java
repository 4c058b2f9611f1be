package org.zhubao.register;

/**
 * Compares a list of deaths or moves with what its county has told of these people before, as one SQL relation {@code
 * change_of} with a row for each person on the list. Nobody is missing from such a list, so nothing is ever cancelled.
 */
final class EventChanges {

    private EventChanges() {}

    /** A death told with another day, and a move told with another place, takes the place of what was told before. */
    static final String CHANGE_OF = ClaimChanges.LISTED
            + """
            ,
            told as (
                select distinct on (person_key) person_key, row_number, name, comparable_name, number_cipher, number_tail,
                    birth_date, male, township as township_code, township_name as township, village,
                    coalesce(died_on, (attributes ->> 'moved-on')::date) as happened_on,
                    case when :event = 'MOVE' then coalesce(attributes ->> 'moved-to', '') end as moved_to
                from listed
                where enters_register
                order by person_key, row_number
            ),
            change_of as (
                select t.*, e.id as event_id, concat_ws(' ', t.happened_on, d.name) as identity,
                    case
                        when e.id is null then 'ADDED'
                        when (e.happened_on, e.moved_to) is distinct from (t.happened_on, t.moved_to) then 'CHANGED'
                        else 'UNCHANGED'
                    end as change
                from told t
                left join persons_of_region(:region, array(select person_key from told)) p on p.person_key = t.person_key
                left join person_event e on e.region = :region and e.person_id = p.id and e.county = :county
                    and e.kind = :event and e.known_to is null and (:event = 'DEATH' or e.happened_on = t.happened_on)
                left join division d on d.code = t.moved_to
            )
            """;
}
