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
        persons.add(parameters);
        names.learn((String) parameters.get("region"), knownFrom);
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
        jdbc.sql(
                        """
                        insert into person_event (region, person_id, county, benefit_year, kind, happened_on, moved_to,
                            known_from, batch_id, row_number)
                        select region, person_id, county, benefit_year, kind, happened_on, moved_to, :now, batch_id,
                            row_number
                        from person_event
                        where region = :region and ended_by_batch = :batch and batch_id <> :batch
                        """)
                .params(parameters)
                .update();
    }

    private Map<String, Object> parameters(UUID rosterId) {
        Batch batch = changes.batch(rosterId);
        Map<String, Object> parameters = new HashMap<>(changes.parameters(batch));
        parameters.put("event", batch.kind() == RosterKind.DEATHS ? "DEATH" : "MOVE");
        return parameters;
    }
}
