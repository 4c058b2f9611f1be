package org.zhubao.account;

/** What may still be asked of somebody whose password was right, in this order, each on a page of its own. */
public enum Step {
    /** A one-time code, of whoever has enrolled an authenticator. */
    CODE("/sign-in/code"),
    /** A new password, because the policy lets the old one expire. */
    PASSWORD("/account/password"),
    /** Enrolling an authenticator, where the office requires one. */
    ENROLMENT("/account/second-step");

    private final String path;

    Step(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    /** The only right of somebody who has come as far as here: to enter this step's page. */
    public String authority() {
        return "STEP_" + name();
    }
}
