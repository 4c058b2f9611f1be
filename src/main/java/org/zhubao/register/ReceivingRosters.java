package org.zhubao.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.zhubao.site.FreshStatistics;

/** Takes rosters into the register: set by set in the database, nothing overwritten, every claim with its source row. */
@Service
class ReceivingRosters implements RosterReception {

    private static final Set<RosterKind> KINDS =
            EnumSet.of(RosterKind.FULL, RosterKind.ADDITIONS, RosterKind.REMOVALS, RosterKind.STUDENTS);

    private final ClaimChanges changes;
    private final ListedPersons persons;
    private final NameSpellings names;
    private final TakingBack takingBack;
    private final Previews previews;
    private final JdbcClient jdbc;

    ReceivingRosters(
            ClaimChanges changes,
            ListedPersons persons,
            NameSpellings names,
            TakingBack takingBack,
            Previews previews,
            JdbcClient jdbc) {
        this.changes = changes;
        this.persons = persons;
        this.names = names;
        this.takingBack = takingBack;
        this.previews = previews;
        this.jdbc = jdbc;
    }

    @Override
    public boolean receives(RosterKind kind) {
        return KINDS.contains(kind);
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(UUID rosterId) {
        changes.inMemory();
        return previews.counts(ClaimChanges.CHANGE_OF, changes.parameters(changes.batch(rosterId)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<PreviewLine> people(UUID rosterId, Change change, int limit) {
        return previews.people(ClaimChanges.CHANGE_OF, changes.parameters(changes.batch(rosterId)), change, limit);
    }

    @Override
    @Transactional
    public void receive(UUID rosterId, Instant knownFrom) {
        compare(rosterId).receive(knownFrom);
    }

    /** What both look at is the transaction's temporary table {@code roster_change}. */
    @Override
    @Transactional
    public Comparison compare(UUID rosterId) {
        Batch batch = changes.batch(rosterId);
        Map<String, Object> parameters = new HashMap<>(changes.parameters(batch));
        changes.inMemory();
        jdbc.sql("create temporary table roster_change on commit drop as with " + ClaimChanges.CHANGE_OF
                        + "select * from change_of")
                .params(parameters)
                .update();
        Preview preview = previews.counts("change_of as (select * from roster_change)", Map.of());
        return new Comparison() {
            @Override
            public Preview preview() {
                return preview;
            }

            @Override
            public void receive(Instant knownFrom) {
                parameters.put("now", Timestamp.from(knownFrom));
                carryOut(batch, parameters, preview.added() + preview.changed() + preview.cancelled());
            }
        };
    }

    private void carryOut(Batch batch, Map<String, Object> parameters, int changed) {
        persons.awaitTurn(batch.region());
        jdbc.sql("create index on roster_change (claim_id) where change in ('CHANGED', 'CANCELLED')")
                .update();
        jdbc.sql("analyze roster_change (claim_id, person_key, change)").update();
        persons.lookUp(parameters);
        if (batch.kind() != RosterKind.REMOVALS) {
            persons.bringUpToDate(parameters);
        }
        persons.add(parameters);
        // Before claims are joined with persons: where the planner takes a county's first people for a handful, that
        // never ends
        FreshStatistics.of("person", changed, jdbc);
        names.learn(batch.id());
        endClaims(parameters);
        addClaims(parameters);
        FreshStatistics.of("identity_claim", changed, jdbc);
    }

    private void endClaims(Map<String, Object> parameters) {
        jdbc.sql(
                        """
                        update identity_claim c set known_to = :now, ended_by_batch = :batch
                        from roster_change x
                        where c.region = :region and c.benefit_year = :year and c.id = x.claim_id
                            and x.change in ('CHANGED', 'CANCELLED')
                        """)
                .params(parameters)
                .update();
    }

    /** Of everybody in {@code roster_person}, as {@code roster_change} says. */
    void addClaims(Map<String, Object> parameters) {
        jdbc.sql(
                        """
                        insert into identity_claim (id, region, county, benefit_year, person_id, department, identity,
                            attributes, household, recognised_on, expires_on, valid_from, known_from, batch_id,
                            row_number, township)
                        select uuidv7(), :region, :county, :year, p.id, :department, x.identity, x.attributes, x.household,
                            x.recognised_on, x.expires_on, x.recognised_on, :now, :batch, x.row_number,
                            case when p.county = :county then p.township else x.township_code end
                        from roster_change x
                        join roster_person p on p.person_key = x.person_key
                        where x.change in ('ADDED', 'CHANGED')
                        """)
                .params(parameters)
                .update();
    }

    @Override
    @Transactional
    public void takeBack(UUID rosterId, Instant at) {
        Map<String, Object> parameters = new HashMap<>(changes.parameters(changes.batch(rosterId)));
        parameters.put("now", Timestamp.from(at));
        takingBack.takeBack(parameters);
    }
}
