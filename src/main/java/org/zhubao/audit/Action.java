package org.zhubao.audit;

import java.util.Arrays;
import java.util.Optional;

/** What is put on record. The code is what the trail holds for good; its words are {@code audit.action.<code>}. */
public enum Action {
    SIGNED_IN("sign-in"),
    SIGN_IN_FAILED("sign-in-failed"),
    LOCKED("sign-in-locked"),
    SIGNED_OUT("sign-out"),
    USER_CREATED("user-created"),
    USER_INVITED("user-invited"),
    ACCESS_PROPOSED("access-proposed"),
    ACCESS_CONFIRMED("access-confirmed"),
    ACCESS_REJECTED("access-rejected"),
    MEMBERSHIP_ADDED("membership-added"),
    PASSWORD_CHOSEN("password-chosen"),
    SECOND_STEP_ENROLLED("second-step-enrolled"),
    SECOND_STEP_REMOVED("second-step-removed"),
    SESSIONS_ENDED("sessions-ended"),
    USER_DISABLED("user-disabled"),
    USER_ENABLED("user-enabled"),
    TOKEN_ISSUED("token-issued"),
    TOKEN_REVOKED("token-revoked"),
    ROSTER_UPLOADED("roster-uploaded"),
    ROSTER_READ_AGAIN("roster-read-again"),
    ROSTER_CANCELLED("roster-cancelled"),
    ROSTER_SUBMITTED("roster-submitted"),
    ROSTER_ACCEPTED_FIRST("roster-accepted-first"),
    ROSTER_ACCEPTED("roster-accepted"),
    ROSTER_RETURNED("roster-returned"),
    ROSTER_WITHDRAWN("roster-withdrawn"),
    ALIAS_SET("alias-set"),
    ALIAS_REMOVED("alias-removed"),
    POLICY_DRAFTED("policy-drafted"),
    POLICY_DRAFT_SAVED("policy-draft-saved"),
    POLICY_PROVED("policy-proved"),
    POLICY_SUBMITTED("policy-submitted"),
    POLICY_RETURNED("policy-returned"),
    POLICY_PUBLISHED("policy-published"),
    CORRECTION_PROPOSED("correction-proposed"),
    CORRECTION_CONFIRMED("correction-confirmed"),
    CORRECTION_REJECTED("correction-rejected"),
    RUN_STARTED("run-started"),
    ITEMS_DECIDED("items-decided"),
    OVERRIDE_PROPOSED("override-proposed"),
    OVERRIDE_APPROVED("override-approved"),
    OVERRIDE_REJECTED("override-rejected"),
    DECISION_UNDONE("decision-undone"),
    ATTACHMENT_OPENED("attachment-opened"),
    VISITS_ASKED("visits-asked"),
    VISITS_ENTERED("visits-entered"),
    VISITS_RECALLED("visits-recalled"),
    MARKS_PUSHED("marks-pushed"),
    MARKS_RECEIPTED("marks-receipted"),
    RECONCILED("reconciled"),
    RUN_PUBLISHED("run-published"),
    ACCOUNT_ENTERED("account-entered"),
    SHARED_ACCOUNT_CONFIRMED("shared-account-confirmed"),
    REIMBURSEMENT_LISTED("reimbursement-listed"),
    REIMBURSEMENT_APPROVED("reimbursement-approved"),
    REIMBURSEMENT_RESULT("reimbursement-result"),
    SHEET_FROZEN("sheet-frozen"),
    SHEET_CONFIRMED("sheet-confirmed"),
    SHEET_DISPUTED("sheet-disputed"),
    SHEET_DISPUTE_ANSWERED("sheet-dispute-answered"),
    SHEET_APPROVED("sheet-approved"),
    SHEET_PAID("sheet-paid"),
    SHEET_MONEY_BACK("sheet-money-back"),
    SHEET_VOIDED("sheet-voided"),
    CASE_PROPOSED("case-proposed"),
    CASE_CONFIRMED("case-confirmed"),
    CASE_REFUSED("case-refused"),
    NOTICE_PUBLISHED("notice-published"),
    NOTICE_TAKEN_DOWN("notice-taken-down"),
    WORKBOOK_DOWNLOADED("workbook-downloaded"),
    RESULTS_EXPORTED("results-exported"),
    NUMBER_SHOWN("number-shown"),
    KEY_TAKEN_INTO_USE("key-taken-into-use");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Action> ofCode(String code) {
        return Arrays.stream(values()).filter(a -> a.code.equals(code)).findFirst();
    }
}
