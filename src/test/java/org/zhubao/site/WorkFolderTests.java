package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with people's numbers lie about for a moment, and not for longer, whatever becomes of the server. */
class WorkFolderTests {

    @TempDir
    private Path base;

    @Test
    void whatAKilledServerWasReadingIsGoneWhenTheNextOneStarts() throws IOException {
        Path killed = Files.createDirectories(base.resolve("of-a-killed-server"));
        Files.writeString(killed.resolve("copy-of-a-list"), "510402199001011234");
        Files.createFile(base.resolve("of-a-killed-server.lock"));

        try (WorkFolder next = new WorkFolder(base)) {
            assertThat(killed).doesNotExist();
            assertThat(next.path()).isEmptyDirectory();
        }
    }

    @Test
    void whatAServerThatIsAliveIsReadingStays() throws IOException {
        try (WorkFolder alive = new WorkFolder(base)) {
            Path reading = alive.newFile();

            new WorkFolder(base).close();

            assertThat(reading).exists();
        }
    }

    @Test
    void aServerThatStopsLeavesNothing() throws IOException {
        WorkFolder folder = new WorkFolder(base);
        folder.newFile();

        folder.close();

        try (Stream<Path> left = Files.list(base)) {
            assertThat(left).extracting(file -> file.getFileName().toString()).containsExactly(".lock");
        }
    }
}
