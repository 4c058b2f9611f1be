package org.zhubao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The folder for temporary files that this run of tests has to itself; others may run beside it. */
public final class TestFolder implements LauncherSessionListener {

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    /** The master key of the tests. */
    public static final Path KEY = FOLDER.resolve("zhubao-test-key");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
