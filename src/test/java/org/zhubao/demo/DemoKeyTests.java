package org.zhubao.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhubao.protection.MasterKey;
import org.zhubao.protection.MasterKeyFile;

/** The key that the demo makes for itself on its first start. */
class DemoKeyTests {

    @TempDir
    private Path home;

    @Test
    void onlyTheOwnerReadsTheKey() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));

        MasterKeyFile key = new MasterKeyFile(home.resolve("deep/key")).createIfMissing();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondStartKeepsTheKey() {
        MasterKeyFile key = new MasterKeyFile(home.resolve("key")).createIfMissing();
        MasterKey first = key.read();

        assertThat(key.createIfMissing().read()).isEqualTo(first);
    }
}
