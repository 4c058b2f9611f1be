package org.zhubao.levy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why what was recognised, marked, paid and subsidised agree for a person, or do not. What it is called and what is to be
 * done next are the messages {@code levy.cause.<slug>} and {@code ….todo}.
 */
public enum Cause {
    /** All four agree. */
    OK(Owner.NOBODY, true),
    /** On no mark, and subsidised with what the notice grants everybody: the tax bureau needs no mark for that. */
    UNIVERSAL(Owner.NOBODY, true),
    /** The person paid all of it, as the policy says, and the subsidy goes to their card. */
    TO_REIMBURSE(Owner.BUREAU, true),
    /** Entitled, and has not paid. */
    NOT_ENROLLED(Owner.TOWNSHIP, false),
    /** The mark came after the payment. */
    PAID_IN_FULL_BEFORE_MARK(Owner.BUREAU, true),
    /** Paid in full, recognised later, and never marked. */
    LATE_RECOGNITION(Owner.BUREAU, true),
    /** Enrolled in a tier that is not open to the person. */
    WRONG_TIER(Owner.TAX, true),
    /** Another amount was subsidised or collected than the person was marked with. */
    WRONG_AMOUNT(Owner.TAX, true),
    /** Determined otherwise after the payment, and the notice says that nothing is topped up or refunded. */
    KEPT_AFTER_PAYMENT(Owner.NOBODY, true),
    PAID_TWICE(Owner.TAX, true),
    /** More was given back than had been paid. */
    GIVEN_BACK_TOO_MUCH(Owner.TAX, false),
    /** Paid here and in another county of the region, which listed the person first. */
    COUNTED_TWICE(Owner.BUREAU, false),
    /** Died before the cover began. */
    DEAD_BEFORE_COVER(Owner.DEPARTMENT, false),
    /** Called dead after the cover had begun, and nobody says since when: whether the funds bear it depends on the day. */
    DEATH_WITHOUT_DATE(Owner.DEPARTMENT, false),
    /** Dead, though nobody says that it was before the cover, and has not paid: there is no money, and nobody to persuade. */
    DEAD_UNPAID(Owner.DEPARTMENT, false),
    EMPLOYEE(Owner.BUREAU, false),
    ELSEWHERE(Owner.BUREAU, false),
    SERVING(Owner.TOWNSHIP, false),
    ABROAD(Owner.TOWNSHIP, false),
    /** Does not want to be enrolled. */
    DECLINED(Owner.TOWNSHIP, false),
    /** The mark was cancelled before the payment, and subsidised all the same: a person decides. */
    REMOVED_BEFORE_PAYMENT(Owner.DEPARTMENT, false),
    /** Marked, and no department recognises the person any longer: a person decides. */
    NO_LONGER_RECOGNISED(Owner.DEPARTMENT, false),
    /** Subsidised, and never marked. */
    NOT_MARKED(Owner.TAX, false);

    /** Which office has to act. */
    public enum Owner {
        NOBODY(""),
        TAX("tax"),
        BUREAU("medical-insurance"),
        /** The one that certifies the identity paid. */
        DEPARTMENT(""),
        TOWNSHIP("township");

        private final String code;

        Owner(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private final Owner owner;
    private final boolean chargeable;

    Cause(Owner owner, boolean chargeable) {
        this.owner = owner;
        this.chargeable = chargeable;
    }

    public Owner owner() {
        return owner;
    }

    /** Whether the funds bear the subsidy. */
    public boolean isChargeable() {
        return chargeable;
    }

    /** The same of somebody whom the run grants something: where a mark is all that was missing, the funds bear it. */
    public boolean isChargeableIfGranted() {
        return chargeable || this == NOT_MARKED;
    }

    /** Whether no money moves until a person has decided or found out. */
    public boolean isForReview() {
        return this == REMOVED_BEFORE_PAYMENT || this == NO_LONGER_RECOGNISED || this == DEATH_WITHOUT_DATE;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "levy.cause." + slug();
    }

    public static Optional<Cause> ofSlug(String slug) {
        return Arrays.stream(values()).filter(c -> c.slug().equals(slug)).findFirst();
    }
}
