package org.zhubao.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.register.ClaimChanges.Batch;
import org.zhubao.roster.Change;
import org.zhubao.roster.Preview;
import org.zhubao.roster.PreviewLine;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterReception;

/** Takes lists of deaths and moves into the register. Whom nobody has listed before is registered, too: a later list may. */
@Service
class ReceivingEvents implements RosterReception {

    /**
     * Of whom a list that was taken back told something, the newest list of the county counts that still stands: whoever
     * told the same later, or otherwise before. Each by any number that is, or was, the person's.
     */
    private static final String WHAT_OTHERS_TELL =
            """
            with numbers as (
                select p.id as person_id, p.person_key from person p
                where p.region = :region and p.id in (select person_id from person_event
                    where region = :region and batch_id = :batch and ended_by_batch = :batch)
            ),
            of_old as (
                select e.id as person_id, e.person_key from person_earlier e
                where e.region = :region and e.id in (select person_id from numbers)
                    and not exists (select from person q where q.region = e.region and q.person_key = e.person_key)
                union
                select m.kept_id, o.person_key from person_merge m
                join person o on o.region = m.region and o.id = m.merged_id
                where m.region = :region and m.kept_id in (select person_id from numbers) and m.known_to is null
            ),
            told as (
                select n.person_id, b.benefit_year, b.decided_at, r.batch_id, r.row_number,
                    coalesce(r.died_on, (r.attributes ->> 'moved-on')::date) as happened_on,
                    case when :event = 'MOVE' then coalesce(r.attributes ->> 'moved-to', '') end as moved_to,
                    (r.attributes ->> 'moved-on')::date as moved_on
                from roster_batch b
                join roster_row r on r.benefit_year = b.benefit_year and r.county = b.county and r.batch_id = b.id
                join (select * from numbers union select * from of_old) n on n.person_key = r.person_key
                where b.county = :county and b.kind = :kind and b.status = 'ACCEPTED' and b.id <> :batch
                    and r.enters_register
            )
            insert into person_event (region, person_id, county, benefit_year, kind, happened_on, moved_to, known_from,
                batch_id, row_number)
            select distinct on (t.person_id, t.moved_on)
                :region, t.person_id, :county, t.benefit_year, :event, t.happened_on, t.moved_to, :now, t.batch_id,
                t.row_number
            from told t
            order by t.person_id, t.moved_on, t.decided_at desc, t.row_number
            on conflict do nothing
            """;

    private final ClaimChanges changes;
    private final ListedPersons persons;
    private final NameSpellings names;
    private final Previews previews;
    private final JdbcClient jdbc;

    ReceivingEvents(
            ClaimChanges changes, ListedPersons persons, NameSpellings names, Previews previews, JdbcClient jdbc) {
        this.changes = changes;
        this.persons = persons;
        this.names = names;
        this.previews = previews;
        this.jdbc = jdbc;
    }

    @Override
    public boolean receives(RosterKind kind) {
        return kind == RosterKind.DEATHS || kind == RosterKind.MOVES;
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(UUID rosterId) {
        return previews.counts(EventChanges.CHANGE_OF, parameters(rosterId));
    }

    @Override
    @Transactional(readOnly = true)
    public List<PreviewLine> people(UUID rosterId, Change change, int limit) {
        return previews.people(EventChanges.CHANGE_OF, parameters(rosterId), change, limit);
    }

    @Override
    @Transactional
    public void receive(UUID rosterId, Instant knownFrom) {
        Map<String, Object> parameters = parameters(rosterId);
        parameters.put("now", Timestamp.from(knownFrom));
        jdbc.sql("create temporary table roster_change on commit drop as with " + EventChanges.CHANGE_OF
                        + "select * from change_of where change <> 'UNCHANGED'")
                .params(parameters)
                .update();
        persons.lookUp(parameters);
        persons.add(parameters);
        names.learn(rosterId);
        jdbc.sql(
                        """
                        update person_event e set known_to = :now, ended_by_batch = :batch
                        from roster_change x where e.region = :region and e.id = x.event_id
                        """)
                .params(parameters)
                .update();
        jdbc.sql(
                        """
                        insert into person_event (region, person_id, county, benefit_year, kind, happened_on, moved_to,
                            known_from, batch_id, row_number)
                        select :region, p.id, :county, :year, :event, x.happened_on, x.moved_to, :now, :batch, x.row_number
                        from roster_change x
                        join persons_of_region(:region, array(select person_key from roster_change)) p
                            on p.person_key = x.person_key
                        """)
                .params(parameters)
                .update();
    }

    @Override
    @Transactional
    public void takeBack(UUID rosterId, Instant at) {
        Map<String, Object> parameters = parameters(rosterId);
        parameters.put("now", Timestamp.from(at));
        jdbc.sql(
                        """
                        update person_event set known_to = :now, ended_by_batch = :batch
                        where region = :region and batch_id = :batch and known_to is null
                        """)
                .params(parameters)
                .update();
        jdbc.sql(WHAT_OTHERS_TELL).params(parameters).update();
    }

    private Map<String, Object> parameters(UUID rosterId) {
        Batch batch = changes.batch(rosterId);
        Map<String, Object> parameters = new HashMap<>(changes.parameters(batch));
        parameters.put("kind", batch.kind().name());
        parameters.put("event", batch.kind() == RosterKind.DEATHS ? "DEATH" : "MOVE");
        return parameters;
    }
}
