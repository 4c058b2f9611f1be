package org.zhubao.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator may supply a list of leaked passwords; the office has no internet to ask. */
class BreachedPasswordsTests {

    @TempDir
    private Path folder;

    @Test
    void whatStandsInTheFileHasLeaked() throws IOException {
        Path file = Files.writeString(folder.resolve("leaked.txt"), "correct horse battery\n一个泄露过的密码一个泄露过\n");
        BreachedPasswords breached = new BreachedPasswords(file.toString());

        assertThat(breached.contains("correct horse battery")).isTrue();
        assertThat(breached.contains("一个泄露过的密码一个泄露过")).isTrue();
        assertThat(breached.contains("correct horse")).isFalse();
    }

    @Test
    void withoutAFileNothingHas() {
        assertThat(new BreachedPasswords("").contains("correct horse battery")).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsNoticedAtTheStart() {
        assertThatThrownBy(() -> new BreachedPasswords("/no/such/file"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zhubao.breached-passwords");
    }
}
