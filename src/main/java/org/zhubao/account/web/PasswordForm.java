package org.zhubao.account.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.zhubao.account.Passwords;

/**
 * A new password, typed twice.
 *
 * @param present the one it replaces; empty where a link stands for it
 */
record PasswordForm(String present, String password, String repeated) {

    PasswordForm {
        present = typed(present);
        password = typed(password);
        repeated = typed(repeated);
    }

    static PasswordForm blank() {
        return new PasswordForm("", "", "");
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    void check(String username, Passwords passwords, Errors problems) {
        passwords
                .problem(username, password)
                .ifPresent(p ->
                        problems.rejectValue("password", p.code(), p.arguments().toArray(), null));
        if (!problems.hasErrors() && !password.equals(repeated)) {
            problems.rejectValue("repeated", "password.not-repeated");
        }
    }

    @Override
    public String toString() {
        return "PasswordForm";
    }
}
