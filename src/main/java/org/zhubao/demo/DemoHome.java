package org.zhubao.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which the demo keeps everything. One process at a time works in it: it holds a lock that the
 * operating system takes back when the process ends, however it ends.
 */
final class DemoHome {

    private final Path path;

    @SuppressWarnings("unused") // held until the process ends
    private @Nullable FileLock lock;

    DemoHome(Path path) {
        this.path = path;
    }

    /**
     * Takes the directory for this process.
     *
     * @param address where this process will answer, told to those who come second
     * @return empty when it was free, else the address of the process that has it
     */
    Optional<String> take(String address) {
        Path owner = path.resolve("running-at");
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.of(Files.exists(owner) ? Files.readString(owner).strip() : address);
            }
            Files.writeString(owner, address);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's directory " + path + " cannot be used", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it
        }
    }
}
