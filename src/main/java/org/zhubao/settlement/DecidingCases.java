package org.zhubao.settlement;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.FourEyes;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Division;
import org.zhubao.site.Refusal;

/**
 * Persons decide what the rules leave open: one proposes with a reason, and where money moves another confirms. A decision
 * is about just the amounts it was made for; once others are due or charged the case is open again.
 */
@Service
@Transactional
public class DecidingCases {

    private final OpenCases cases;
    private final CaseDecisions decisions;
    private final Bases bases;
    private final ChargedRosters rosters;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Clock clock;

    DecidingCases(
            OpenCases cases,
            CaseDecisions decisions,
            Bases bases,
            ChargedRosters rosters,
            Ledger ledger,
            AuditTrail trail,
            Clock clock) {
        this.cases = cases;
        this.decisions = decisions;
        this.bases = bases;
        this.rosters = rosters;
        this.ledger = ledger;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Proposes the same for several people. That what was charged stays moves no money and holds at once.
     *
     * @throws Refusal where somebody's case is not open, or a decision of it waits already
     */
    public void propose(
            Division county,
            int benefitYear,
            String fund,
            List<UUID> persons,
            CaseVerdict verdict,
            String reason,
            String by) {
        if (persons.isEmpty()) {
            throw new Refusal("settlement.case.nobody");
        }
        rosters.oneByOne(county.code(), benefitYear);
        Signature signature = signature(by);
        for (UUID person : persons) {
            UUID id = propose(county, benefitYear, fund, person, verdict, reason, signature);
            if (!verdict.movesMoney()) {
                decisions.decide(id, true, signature);
            }
            trail.record(AuditEvent.of(Action.CASE_PROPOSED, county.code(), "case " + id)
                    .by(by)
                    .with("fund", fund)
                    .with("verdict", verdict)
                    .with("reason", reason));
        }
    }

    private UUID propose(
            Division county, int year, String fund, UUID person, CaseVerdict verdict, String reason, Signature by) {
        return cases.propose(county, year, fund, person, verdict, reason, by)
                .orElseThrow(() -> new Refusal(
                        decisions.anyWaits(county.code(), year, fund, person)
                                ? "settlement.case.waits"
                                : "settlement.case.not-open"));
    }

    /** @throws Refusal {@code four-eyes} for whoever proposed it; also when it is decided, or the case is another by now */
    public void confirm(Division county, int benefitYear, UUID id, String by) {
        rosters.oneByOne(county.code(), benefitYear);
        CaseDecision decision = waiting(county, benefitYear, id);
        FourEyes.requireOther(decision.proposed().by(), by);
        if (!cases.stands(county, benefitYear, decision)) {
            throw Refusal.overtaken("settlement.case.not-open");
        }
        decide(county, decision, true, by);
        if (decision.verdict() == CaseVerdict.NEXT_YEAR) {
            ledger.carry(decision, bases.get(county.code(), benefitYear).run(), signature(by));
        }
    }

    /** @throws Refusal when it is decided already */
    public void refuse(Division county, int benefitYear, UUID id, String by) {
        decide(county, waiting(county, benefitYear, id), false, by);
    }

    private CaseDecision waiting(Division county, int benefitYear, UUID id) {
        return decisions.find(id, county.code(), benefitYear).orElseThrow(Refusal::notFound);
    }

    private void decide(Division county, CaseDecision decision, boolean confirmed, String by) {
        if (!decisions.decide(decision.id(), confirmed, signature(by))) {
            throw Refusal.overtaken("settlement.moved-on");
        }
        trail.record(AuditEvent.of(
                        confirmed ? Action.CASE_CONFIRMED : Action.CASE_REFUSED, county.code(), "case " + decision.id())
                .by(by)
                .with("verdict", decision.verdict()));
    }

    private Signature signature(String by) {
        return new Signature(by, clock.instant());
    }
}
