package org.zhubao.settlement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.AfterPayment;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Money;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Trace;

/**
 * What follows when the newest run says otherwise than the sheet somebody was charged by. Pure.
 *
 * @param verdict whether the difference is charged
 * @param kind of the entry that charges it; null where none does
 * @param basis clauses and rulings it rests on
 */
record Following(Verdict verdict, @Nullable EntryKind kind, EntryCause cause, List<String> basis) {

    Following {
        basis = List.copyOf(basis);
        if ((verdict == Verdict.CHARGED) != (kind != null)) {
            throw new IllegalArgumentException("an entry is what is charged: " + verdict + " " + kind);
        }
    }

    /** What becomes of a difference. */
    enum Verdict {
        /** It goes on the next sheet. */
        CHARGED,
        /** The notice says that what was paid stays, or that it counts next year only. */
        KEPT,
        /** The notice is silent, or somebody has to review the person: a person decides. */
        OPEN
    }

    /** @param late whether the person had paid in full before the tax bureau knew */
    static Following firstCharge(boolean late) {
        return charged(late ? EntryKind.POST_PAYMENT : EntryKind.CHARGE, EntryCause.RECOGNISED, List.of());
    }

    /** @param basis clauses that have the fund pay in advance */
    static Following advance(List<String> basis) {
        return charged(EntryKind.ADVANCE, EntryCause.RECOGNISED, basis);
    }

    /** Of somebody for whom the fund has paid an advance: what is really due, whatever was expected. */
    static Following trueUp(List<String> basis) {
        return charged(EntryKind.TRUE_UP, EntryCause.ADVANCE_SETTLED, basis);
    }

    /**
     * Of a case that is open by the rules.
     *
     * @param more whether the fund is to bear more than it was charged
     */
    static Following decided(CaseVerdict verdict, boolean more) {
        return verdict == CaseVerdict.SETTLE
                ? charged(more ? EntryKind.TOP_UP : EntryKind.DEDUCTION, EntryCause.DECIDED, List.of())
                : new Following(Verdict.KEPT, null, EntryCause.DECIDED, List.of());
    }

    /**
     * Of somebody who was charged, and the reconciliation has another word on it than the run.
     *
     * @param forReview whether no money moves until a person has decided
     */
    static Following notChargeable(boolean forReview) {
        return forReview
                ? new Following(Verdict.OPEN, null, EntryCause.NOT_CHARGEABLE, List.of())
                : charged(EntryKind.DEDUCTION, EntryCause.NOT_CHARGEABLE, List.of());
    }

    /** Of somebody for whom nothing else follows, and whom other funds bear by now: what is borne twice goes back. */
    static Following borneByOthers() {
        return charged(EntryKind.SHIFT, EntryCause.BORNE_BY_OTHERS, List.of());
    }

    /** Of somebody whose determination is the same, and who has paid in another tier. */
    static Following otherTier(boolean more) {
        return charged(more ? EntryKind.TOP_UP : EntryKind.DEDUCTION, EntryCause.OTHER_TIER, List.of());
    }

    /**
     * @param policy that of the newest run
     * @param paidBy the determination that was charged
     * @param now null where the newest run does not know the person any more
     * @param coverBegun whether what makes the difference became known after the benefit year had begun
     */
    static Following of(Policy policy, Determination paidBy, @Nullable Determination now, boolean coverBegun) {
        if (now instanceof NeedsReview) {
            return new Following(Verdict.OPEN, null, EntryCause.DETERMINED_ANEW, List.of());
        }
        Determination after = now == null ? nobodys() : now;
        int more = subsidy(after).compareTo(subsidy(paidBy));
        if (more == 0) {
            return charged(EntryKind.SHIFT, EntryCause.DETERMINED_ANEW, List.of());
        }
        if (more < 0 && !coverBegun) {
            boolean removed = subsidy(after).isZero();
            return removed
                    ? charged(
                            EntryKind.DEDUCTION,
                            EntryCause.REMOVAL,
                            policy.removals().basis())
                    : charged(EntryKind.DEDUCTION, EntryCause.DETERMINED_ANEW, List.of());
        }
        return policy.change(paidBy, after)
                .map(Following::of)
                .orElse(new Following(Verdict.OPEN, null, EntryCause.DETERMINED_ANEW, List.of()));
    }

    /**
     * Of somebody who died before the cover began: nothing is due, whatever the run says.
     *
     * @param basis clauses of the notice by which the dead are deducted
     */
    static Following death(List<String> basis) {
        return charged(EntryKind.DEDUCTION, EntryCause.DEATH, basis);
    }

    private static Following of(AfterPayment.Change change) {
        return switch (change.handling()) {
            case TOPPED_UP -> charged(EntryKind.TOP_UP, EntryCause.DETERMINED_ANEW, change.basis());
            case REFUNDED -> charged(EntryKind.REFUND, EntryCause.DETERMINED_ANEW, change.basis());
            case RECOVERED -> charged(EntryKind.DEDUCTION, EntryCause.DETERMINED_ANEW, change.basis());
            case NEITHER -> new Following(Verdict.KEPT, null, EntryCause.DETERMINED_ANEW, change.basis());
            case UNSAID -> new Following(Verdict.OPEN, null, EntryCause.DETERMINED_ANEW, change.basis());
        };
    }

    private static Following charged(EntryKind kind, EntryCause cause, List<String> basis) {
        return new Following(Verdict.CHARGED, kind, cause, basis);
    }

    private static Money subsidy(Determination determination) {
        return determination instanceof Granted granted ? granted.subsidy() : Money.ZERO;
    }

    private static Determination nobodys() {
        return new Refused(Reason.HOLDS_NOTHING, "", Money.ZERO, Trace.NONE);
    }
}
