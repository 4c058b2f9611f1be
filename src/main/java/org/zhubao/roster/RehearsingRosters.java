package org.zhubao.roster;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a roster into the register for somebody to look at what would follow, and undoes it all. */
@Service
public class RehearsingRosters {

    private final RosterReceptions receptions;
    private final RosterTurns turns;
    private final TransactionTemplate rehearsal;
    private final Clock clock;

    RehearsingRosters(
            RosterReceptions receptions, RosterTurns turns, PlatformTransactionManager transactions, Clock clock) {
        this.receptions = receptions;
        this.turns = turns;
        this.rehearsal = new TransactionTemplate(transactions);
        this.rehearsal.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** @param known since when the register knows what the roster says; before that moment it is as it was */
    public record Rehearsed(RosterSummary roster, Instant known) {}

    /**
     * Looks at the register with the roster in it. Whatever {@code look} stores is undone, too.
     *
     * @param roster neither accepted nor returned yet
     */
    public <T> T rehearse(RosterSummary roster, Function<Rehearsed, T> look) {
        return rehearsal.execute(transaction -> {
            transaction.setRollbackOnly();
            turns.await(roster.id());
            Instant known = clock.instant().plusMillis(1);
            receptions.of(roster.kind()).receive(roster.id(), known);
            return look.apply(new Rehearsed(roster, known));
        });
    }
}
