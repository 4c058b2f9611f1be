package org.zhubao.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** As assessors of the multi-level protection scheme expect (GB/T 22239-2019, 8.1.4.1 a): complex, and changed regularly. */
final class DengbaoPasswords implements PasswordPolicy {

    private static final int SHORTEST = 10;
    private static final int CLASSES = 3;
    private static final List<IntPredicate> KINDS = List.of(
            Character::isUpperCase,
            Character::isLowerCase,
            Character::isDigit,
            c -> !Character.isUpperCase(c) && !Character.isLowerCase(c) && !Character.isDigit(c));

    @Override
    public String code() {
        return "dengbao";
    }

    @Override
    public String hint() {
        return "password.hint.dengbao";
    }

    @Override
    public Optional<PasswordProblem> problem(String password) {
        if (PasswordPolicy.length(password) < SHORTEST) {
            return Optional.of(PasswordProblem.of("password.too-short", SHORTEST));
        }
        long kinds = KINDS.stream()
                .filter(kind -> password.codePoints().anyMatch(kind))
                .count();
        return kinds < CLASSES ? Optional.of(PasswordProblem.of("password.too-plain")) : Optional.empty();
    }

    @Override
    public int remembered() {
        return 5;
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.of(Duration.ofDays(90));
    }
}
