package org.zhubao.determination;

import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;

/** What two persons decide about somebody, whatever the rules make of what departments state. */
public sealed interface Verdict permits PaysNothing, PaidAs, StatedFact {

    Verdict PAYS_NOTHING = new PaysNothing();

    /** What comes out for somebody of whom departments state these facts. */
    Determination determine(Policy policy, Facts facts);

    /** The reason to be stored with what {@link #determine} came to. */
    Reason reason(Determination determination);

    /** Whether the policy knows what this speaks of. */
    boolean fits(Policy policy);

    /** As forms and the database write it: empty, the code of an identity, or {@code fact=value}. */
    String code();

    /** The identity or the fact, in the language of whoever reads; both empty where nothing is paid. */
    DecisionCard.Open about(Policy policy);

    /** The value of a fact that is stated; else empty. */
    default String value() {
        return "";
    }

    /** The message takes what it is {@link #about} and the {@link #value}. */
    String messageKey();

    /** The other way round. */
    static Verdict ofCode(String code) {
        int equals = code.indexOf('=');
        if (equals >= 0) {
            return new StatedFact(code.substring(0, equals), code.substring(equals + 1));
        }
        return code.isEmpty() ? PAYS_NOTHING : new PaidAs(code);
    }
}
