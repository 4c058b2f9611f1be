package org.zhubao.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.FourEyes;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;
import org.zhubao.register.Correction.Kind;
import org.zhubao.site.Refusal;

/** Puts right what is on record of persons, by two: one proposes, another confirms. What was on record before is kept. */
@Service
@Transactional
public class CorrectingPersons {

    private final Corrections corrections;
    private final RecordChanges records;
    private final MergingRecords merging;
    private final NameSpellings names;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditTrail trail;
    private final Clock clock;

    CorrectingPersons(
            Corrections corrections,
            RecordChanges records,
            MergingRecords merging,
            NameSpellings names,
            JdbcClient jdbc,
            Vault vault,
            AuditTrail trail,
            Clock clock) {
        this.corrections = corrections;
        this.records = records;
        this.merging = merging;
        this.names = names;
        this.jdbc = jdbc;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Refusal when somebody else of the region has that number: then the two records may be one person */
    public UUID proposeNumber(Person person, String county, IdNumber number, String reason, String by) {
        if (records.isTaken(person.region(), vault.personKey(number))) {
            throw new Refusal("correction.number-taken");
        }
        return propose(person, county, Kind.NUMBER, null, null, vault.encrypt(number), reason, by);
    }

    public UUID proposeName(Person person, String county, String name, String reason, String by) {
        if (name.isBlank()) {
            throw new Refusal("correction.no-name");
        }
        return propose(person, county, Kind.NAME, null, name.strip(), null, reason, by);
    }

    /**
     * @throws Refusal when both are the same record, one of them has become one with a third, or a third with the merged
     *     one; and when counties that one does not see list the merged one: then it is for the city
     */
    public UUID proposeMerge(Person kept, Person merged, String county, String reason, String by) {
        records.requireTwo(kept.region(), kept.id(), merged.id());
        records.requireAllInScope(merged.region(), merged.id());
        return propose(kept, county, Kind.MERGE, merged.id(), null, null, reason, by);
    }

    /**
     * Another county may go on listing the record that was kept: what it says stays there.
     *
     * @throws Refusal when the record is not one with another; and when counties that one does not see have told something
     *     under the merged record's number: then it is for the city
     */
    public UUID proposeSeparation(Person merged, String county, String reason, String by) {
        UUID kept = records.mergedInto(merged.region(), merged.id())
                .orElseThrow(() -> new Refusal("correction.not-merged"));
        records.requireNoneToldBeyondScope(merged.region(), kept, merged.id());
        return propose(records.person(merged, kept), county, Kind.SEPARATE, merged.id(), null, null, reason, by);
    }

    private UUID propose(
            Person person,
            String county,
            Kind kind,
            @Nullable UUID other,
            @Nullable String name,
            byte @Nullable [] number,
            String reason,
            String by) {
        UUID id = jdbc.sql(
                        """
                        insert into person_correction (region, county, kind, person_id, other_id, name, comparable_name,
                            number_cipher, reason, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        person.region(),
                        county,
                        kind.name(),
                        person.id(),
                        other,
                        name,
                        name == null ? null : RecordChanges.comparable(name),
                        number,
                        reason,
                        by,
                        Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
        trail.record(AuditEvent.of(Action.CORRECTION_PROPOSED, county, "person " + person.id())
                .by(by)
                .with("kind", kind)
                .with("reason", reason));
        return id;
    }

    /** @throws Refusal {@code four-eyes} for whoever proposed it; also when it is decided, or can no longer be done */
    public void confirm(UUID id, String county, String by) {
        Correction correction = decide(id, county, true, by);
        Instant now = clock.instant();
        String region = records.region(correction.id());
        records.carryOut(correction.id(), now);
        names.learn(region, correction.personId());
        Optional<UUID> other = Optional.ofNullable(correction.otherId());
        if (correction.kind() == Kind.MERGE) {
            records.requireTwo(region, correction.personId(), other.orElseThrow());
            records.requireAllInScope(region, other.orElseThrow());
            merging.merge(region, correction.personId(), other.orElseThrow(), id, now);
        } else if (correction.kind() == Kind.SEPARATE) {
            if (!records.mergedInto(region, other.orElseThrow()).equals(Optional.of(correction.personId()))) {
                throw new Refusal("correction.not-merged");
            }
            records.requireNoneToldBeyondScope(region, correction.personId(), other.orElseThrow());
            merging.separate(region, correction.personId(), other.orElseThrow(), id, now);
        }
        record(Action.CORRECTION_CONFIRMED, correction, county, by);
    }

    /** @throws Refusal as above */
    public void reject(UUID id, String county, String by) {
        record(Action.CORRECTION_REJECTED, decide(id, county, false, by), county, by);
    }

    private Correction decide(UUID id, String county, boolean confirmed, String by) {
        Correction correction = corrections.find(id, county).orElseThrow(Refusal::notFound);
        FourEyes.requireOther(correction.proposedBy(), by);
        int decided = jdbc.sql(
                        """
                        update person_correction set confirmed = ?, decided_by = ?, decided_at = ?
                        where id = ? and confirmed is null
                        """)
                .params(confirmed, by, Timestamp.from(clock.instant()), id)
                .update();
        if (decided == 0) {
            throw Refusal.overtaken("correction.decided");
        }
        return correction;
    }

    private void record(Action action, Correction correction, String county, String by) {
        trail.record(AuditEvent.of(action, county, "person " + correction.personId())
                .by(by)
                .changing("confirmed", "", action == Action.CORRECTION_CONFIRMED)
                .with("kind", correction.kind()));
    }
}
