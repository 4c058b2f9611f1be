package org.zhubao.site;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of this server process for files that are needed for a moment, with whatever numbers stand in them. Whoever
 * makes one deletes it; what a process that was killed left behind is deleted by the next one that starts. A process
 * holds the lock of its folder as long as it lives, so that several may run on one machine.
 */
@Component
public class WorkFolder implements Closeable {

    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel lock;

    /** @param base in which each process makes its folder; on a disk of this machine */
    public WorkFolder(@Value("${zhubao.work-folder}") Path base) {
        try {
            Files.createDirectories(base);
            synchronized (WorkFolder.class) {
                // Who starts at the same time must not take a folder without a lock yet for one left behind
                try (FileChannel starting = open(base.resolve(LOCK))) {
                    starting.lock();
                    deleteWhatWasLeft(base);
                    folder = Files.createTempDirectory(base, "server");
                    lock = open(lockOf(folder));
                    lock.lock();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return folder;
    }

    /** A new, empty file. */
    public Path newFile() throws IOException {
        return Files.createTempFile(folder, "", "");
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        lock.close();
        Files.delete(lockOf(folder));
    }

    private static void deleteWhatWasLeft(Path base) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(base)) {
            folders = found.filter(Files::isDirectory).toList();
        }
        for (Path left : folders) {
            if (isForsaken(left)) {
                FileSystemUtils.deleteRecursively(left);
                Files.delete(lockOf(left));
            }
        }
    }

    private static boolean isForsaken(Path left) throws IOException {
        try (FileChannel channel = open(lockOf(left));
                FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
