package org.zhubao.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** As ASVS 5.0 (6.2) asks: long and not common; no classes of characters, no expiry. */
final class AsvsPasswords implements PasswordPolicy {

    private static final int SHORTEST = 12;

    private final Set<String> common = read();

    @Override
    public String code() {
        return "asvs";
    }

    @Override
    public String hint() {
        return "password.hint.asvs";
    }

    @Override
    public Optional<PasswordProblem> problem(String password) {
        if (PasswordPolicy.length(password) < SHORTEST) {
            return Optional.of(PasswordProblem.of("password.too-short", SHORTEST));
        }
        return common.contains(password.toLowerCase(Locale.ROOT)) || repeats(password)
                ? Optional.of(PasswordProblem.of("password.common"))
                : Optional.empty();
    }

    @Override
    public int remembered() {
        return 1;
    }

    @Override
    public Optional<Duration> lifetime() {
        return Optional.empty();
    }

    /** Whether it is one piece of at most four characters over and over: 121212121212. */
    private static boolean repeats(String password) {
        return password.matches("(.{1,4}?)\\1{2,}.{0,3}");
    }

    private static Set<String> read() {
        try {
            return new ClassPathResource("account/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
