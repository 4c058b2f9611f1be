package org.zhubao.account;

import java.util.List;

/** Why a password will not do. @param code message key, its places filled with the arguments */
public record PasswordProblem(String code, List<Object> arguments) {

    static PasswordProblem of(String code, Object... arguments) {
        return new PasswordProblem(code, List.of(arguments));
    }
}
