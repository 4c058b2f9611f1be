package org.zhubao.account;

import org.zhubao.site.Refusal;

/**
 * Who proposed may not approve. A service asks here, so that the user reads why; the table of what is approved says the
 * same in a check constraint, so that no other way leads around it:
 *
 * <pre>{@code
 * FourEyes.requireOther(sheet.frozenBy(), reviewer);
 *
 * approved_by text check (approved_by <> frozen_by)
 * }</pre>
 */
public final class FourEyes {

    private FourEyes() {}

    /**
     * @param proposer username, as it stands beside what was proposed
     * @throws Refusal {@code four-eyes} when both are the same person, in whatever membership they act
     */
    public static void requireOther(String proposer, CurrentUser approver) {
        requireOther(proposer, approver.username());
    }

    /** As above. @param approver username */
    public static void requireOther(String proposer, String approver) {
        if (proposer.equals(approver)) {
            throw new Refusal("four-eyes");
        }
    }
}
