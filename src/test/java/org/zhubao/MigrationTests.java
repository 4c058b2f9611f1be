package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A migration that has been applied anywhere is never edited: what it should have done comes in a new one. Until the
 * first release the list may be made anew, as docs/contributing.md says.
 */
class MigrationTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path CHECKSUMS = Path.of("src/test/resources/migration-checksums.txt");

    @Test
    void everyMigrationIsAsItWasWhenListed() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            List<String> found = files.sorted().map(MigrationTests::line).toList();
            assertThat(found)
                    .as("a changed migration, or one not yet listed: see docs/contributing.md")
                    .isEqualTo(Files.readAllLines(CHECKSUMS));
        }
    }

    @Test
    void theSlightestChangeToAMigrationShows() {
        assertThat(sha256("create table a (id bigint);")).isNotEqualTo(sha256("create table a (id bigint) ;"));
    }

    private static String line(Path file) {
        try {
            return sha256(Files.readString(file)) + "  " + file.getFileName();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code sha256sum} prints it, whatever line ends a checkout has given the file. */
    private static String sha256(String text) {
        try {
            byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
