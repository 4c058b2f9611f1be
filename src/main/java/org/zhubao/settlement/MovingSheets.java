package org.zhubao.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.site.Refusal;

/**
 * What becomes of a frozen sheet: confirmed or disputed by the department, approved, paid, or void. Callers have made
 * sure that the user may see the sheet; where it stands is looked at here, one move after the other (409 for whoever
 * comes second).
 */
@Service
@Transactional
public class MovingSheets {

    private final SettlementSheets sheets;
    private final Disputes disputes;
    private final ChargedRosters rosters;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Clock clock;

    MovingSheets(
            SettlementSheets sheets,
            Disputes disputes,
            ChargedRosters rosters,
            Ledger ledger,
            AuditTrail trail,
            Clock clock) {
        this.sheets = sheets;
        this.disputes = disputes;
        this.rosters = rosters;
        this.ledger = ledger;
        this.trail = trail;
        this.clock = clock;
    }

    /** The department stands by every line. */
    public void confirm(UUID id, String by) {
        move(id, Action.SHEET_CONFIRMED, by, sheet -> sheet.confirm(signature(by)));
    }

    /** The department does not accept a line; others may follow until the bureau has answered all of them. */
    public void dispute(UUID id, int sequence, String reason, String by) {
        SettlementSheet sheet = locked(id);
        if (sheet.toSheet().status() != SheetStatus.DISPUTED) {
            sheet.dispute();
        }
        disputes.raise(id, sheet.toSheet().county(), sequence, reason, signature(by));
        put(sheet, sheet.event(Action.SHEET_DISPUTED).by(by).with("line", sequence));
    }

    /**
     * The bureau answers a dispute. Once all lines are to stay, the sheet goes back to the department.
     *
     * @param stays false when the line is to come with a next sheet
     */
    public void answer(UUID id, int sequence, boolean stays, String answer, String by) {
        SettlementSheet sheet = locked(id);
        if (sheet.toSheet().status() != SheetStatus.DISPUTED) {
            throw Refusal.overtaken("settlement.moved-on");
        }
        disputes.answer(id, sequence, stays, answer, signature(by));
        List<Dispute> all = disputes.of(id);
        if (all.stream().noneMatch(d -> d.isOpen() || d.leaves())) {
            sheet.reopen();
        }
        put(
                sheet,
                sheet.event(Action.SHEET_DISPUTE_ANSWERED)
                        .by(by)
                        .with("line", sequence)
                        .with("stays", stays));
    }

    /** A second person of the bureau stands by it. */
    public void approve(UUID id, String by) {
        move(id, Action.SHEET_APPROVED, by, sheet -> sheet.approve(signature(by)));
    }

    /** @param on when the money went out, or came back by a sheet that takes back; not in the future */
    public void pay(UUID id, LocalDate on, String voucher, String by) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Refusal("settlement.paid-tomorrow");
        }
        SettlementSheet sheet = locked(id);
        sheet.pay(on, voucher, signature(by));
        ledger.paid(sheet.toSheet(), signature(by));
        Action action = sheet.toSheet().takesBack() ? Action.SHEET_MONEY_BACK : Action.SHEET_PAID;
        put(sheet, sheet.event(action).by(by).with("voucher", voucher));
    }

    /**
     * Takes a sheet back that nothing was paid by: the ledger takes back every entry, and a next draft has its people.
     *
     * @throws Refusal when a later sheet carries differences to this one: that one has to be taken back first
     */
    public void revoke(Sheet sheet, String reason, String by) {
        rosters.oneByOne(sheet.county(), sheet.benefitYear());
        SettlementSheet locked = locked(sheet.id());
        if (ledger.isBuiltUpon(sheet)) {
            throw new Refusal("settlement.built-upon");
        }
        locked.revoke(reason, signature(by));
        ledger.takeBack(sheet, signature(by));
        put(locked, locked.event(Action.SHEET_VOIDED).by(by).with("reason", reason));
    }

    private void move(UUID id, Action action, String by, Consumer<SettlementSheet> move) {
        SettlementSheet sheet = locked(id);
        move.accept(sheet);
        put(sheet, sheet.event(action).by(by));
    }

    private SettlementSheet locked(UUID id) {
        return sheets.findWithLockById(id).orElseThrow(Refusal::notFound);
    }

    private void put(SettlementSheet sheet, AuditEvent event) {
        sheets.saveAndFlush(sheet);
        trail.record(event);
    }

    private Signature signature(String by) {
        return new Signature(by, clock.instant());
    }
}
