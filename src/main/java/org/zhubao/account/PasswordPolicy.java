package org.zhubao.account;

import java.time.Duration;
import java.util.Optional;

/** What the office asks of passwords. Which one holds is the property {@code zhubao.password-policy}. */
sealed interface PasswordPolicy permits DengbaoPasswords, AsvsPasswords {

    /** As the property names it. */
    String code();

    /** The message that says what a password must be like. */
    String hint();

    /** What is wrong with a new password, apart from having been used before. */
    Optional<PasswordProblem> problem(String password);

    /** How many of the user's passwords, the present one among them, may not be chosen again. */
    int remembered();

    /** After how long a new one must be chosen; empty for never. */
    Optional<Duration> lifetime();

    static int length(String password) {
        return password.codePointCount(0, password.length());
    }
}
