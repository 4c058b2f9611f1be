package org.zhubao.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.FourEyes;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.determination.Verdict;
import org.zhubao.review.OverrideProposals.Proposal;
import org.zhubao.review.OverrideProposals.Standing;
import org.zhubao.review.OverrideProposals.Sums;
import org.zhubao.site.Refusal;

/** Decides what the review shows, one by one or a group at once. What changes money takes a second person. */
@Service
@Transactional
public class DecidingItems {

    private final OverrideProposals overrides;
    private final Letters letters;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    DecidingItems(OverrideProposals overrides, Letters letters, AuditTrail trail, JdbcClient jdbc, Clock clock) {
        this.overrides = overrides;
        this.letters = letters;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Decides without changing what anybody gets. Departments that are asked get a letter each.
     *
     * @param act anything but an override
     * @param expected how many people the preview showed: when they are more or fewer by now, nothing is decided
     * @return the decision
     */
    public UUID decide(Workplace workplace, Selection selection, Act act, String reason, int expected, String by) {
        if (act == Act.OVERRIDDEN) {
            throw new IllegalArgumentException("an override has a verdict");
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Sums sums = jdbc.sql("with " + Selection.SQL
                        + " select count(distinct person_id) as persons, coalesce(sum(subsidy_fen), 0) as was_fen,"
                        + " coalesce(sum(subsidy_fen), 0) as fen from selected where item_id is not null")
                .params(selection.parameters(workplace))
                .query(Sums.class)
                .single();
        store(workplace, selection, id, act, expect(sums, expected), Said.of(reason, "review.reason-missing"), by, now);
        if (act == Act.ASKED) {
            letters.write(workplace, id);
        }
        record(Action.ITEMS_DECIDED, workplace, id, by, sums.persons(), "act", act.code());
        return id;
    }

    /** Proposes to decide against the rules; nothing changes before somebody else approves. @return the decision */
    public UUID propose(
            Workplace workplace, Selection selection, Verdict verdict, Grounds grounds, int expected, String by) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Sums sums = overrides.propose(workplace, selection, new Proposal(id, verdict, grounds, by, now));
        store(workplace, selection, id, Act.OVERRIDDEN, expect(sums, expected), grounds.reason(), by, now);
        record(Action.OVERRIDE_PROPOSED, workplace, id, by, sums.persons(), "subsidyFen", sums.fen());
        return id;
    }

    /** @throws Refusal when it is the proposer's own, or no longer waits */
    public void approve(Workplace workplace, UUID id, String by) {
        waiting(workplace, id, by);
        overrides.decide(id, true, by, clock.instant());
        record(Action.OVERRIDE_APPROVED, workplace, id, by, persons(id), "status", "approved");
    }

    /** The items are open again. @throws Refusal as {@link #approve} */
    public void reject(Workplace workplace, UUID id, String because, String by) {
        waiting(workplace, id, by);
        overrides.decide(id, false, by, clock.instant());
        end(id, because, by);
        record(Action.OVERRIDE_REJECTED, workplace, id, by, persons(id), "because", because);
    }

    /**
     * Undoes a decision; its items are open again. A proposal may be taken back; what two have agreed on takes somebody
     * who did not propose it.
     */
    public void undo(Workplace workplace, UUID id, String because, String by) {
        if (act(workplace, id) == Act.OVERRIDDEN) {
            Standing standing = overrides.lock(id, workplace);
            if (!standing.isWaiting()) {
                FourEyes.requireOther(standing.proposedBy(), by);
            }
            overrides.undo(id, Said.of(because, "review.reason-missing"), by, clock.instant());
        }
        end(id, because, by);
        record(Action.DECISION_UNDONE, workplace, id, by, persons(id), "because", because);
    }

    private static Sums expect(Sums sums, int expected) {
        if (sums.persons() == 0 || sums.persons() != expected) {
            throw new Refusal("review.people-changed", expected, sums.persons());
        }
        return sums;
    }

    private void waiting(Workplace workplace, UUID id, String by) {
        Standing standing = overrides.lock(id, workplace);
        if (!standing.isWaiting()) {
            throw Refusal.overtaken("review.not-waiting");
        }
        FourEyes.requireOther(standing.proposedBy(), by);
    }

    private void store(
            Workplace workplace,
            Selection selection,
            UUID id,
            Act act,
            Sums sums,
            String reason,
            String by,
            Instant now) {
        Map<String, Object> parameters = new HashMap<>(selection.parameters(workplace));
        parameters.putAll(Map.of(
                "id", id,
                "act", act.name(),
                "persons", sums.persons(),
                "was", sums.wasFen(),
                "fen", sums.fen(),
                "reason", reason,
                "by", by,
                "now", Timestamp.from(now)));
        jdbc.sql(
                        "with " + Selection.SQL
                                + """
                        insert into review_decision (region, county, benefit_year, id, act, kind, pattern, persons, was_fen,
                            subsidy_fen, reason, decided_by, decided_at)
                        select :region, :county, :year, :id, :act, min(kind), coalesce(min(pattern), ''), :persons, :was,
                            :fen, :reason, :by, :now
                        from selected
                        """)
                .params(parameters)
                .update();
        jdbc.sql(
                        "with " + Selection.SQL
                                + """
                        insert into review_decided_item (region, county, benefit_year, decision_id, item_id)
                        select :region, :county, :year, :id, item_id from selected where item_id is not null
                        """)
                .params(parameters)
                .update();
    }

    private Act act(Workplace workplace, UUID id) {
        return jdbc.sql("select act from review_decision where id = ? and county = ? and benefit_year = ? for update")
                .params(id, workplace.county().code(), workplace.benefitYear())
                .query(Act.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private void end(UUID id, String because, String by) {
        int ended = jdbc.sql("update review_decision set undone_by = ?, undone_at = ?, undone_because = ?"
                        + " where id = ? and undone_at is null")
                .params(by, Timestamp.from(clock.instant()), Said.of(because, "review.reason-missing"), id)
                .update();
        if (ended == 0) {
            throw Refusal.overtaken("review.undone-already");
        }
    }

    private int persons(UUID id) {
        return jdbc.sql("select persons from review_decision where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private void record(
            Action action, Workplace workplace, UUID id, String by, int persons, String name, Object value) {
        trail.record(AuditEvent.of(action, workplace.county().code(), "decision " + id)
                .by(by)
                .with("persons", persons)
                .with(name, value));
    }
}
