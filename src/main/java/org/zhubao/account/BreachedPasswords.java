package org.zhubao.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords that are known to have leaked: a file of the operator's, one password a line in UTF-8, named by {@code
 * zhubao.breached-passwords}. It is read through whenever a password is chosen, so it may be large. Without it nothing
 * counts as leaked.
 */
@Component
class BreachedPasswords {

    private final String file;

    /** @throws IllegalStateException when the file is named and cannot be read */
    BreachedPasswords(@Value("${zhubao.breached-passwords:}") String file) {
        this.file = file;
        if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
            throw new IllegalStateException("zhubao.breached-passwords names " + file + ", which cannot be read");
        }
    }

    boolean contains(String password) {
        if (file.isEmpty()) {
            return false;
        }
        try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
            return lines.anyMatch(password::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
