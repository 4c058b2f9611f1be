package org.zhubao.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file outside the database that holds a master key: 32 bytes in base64, readable by its owner only. */
public record MasterKeyFile(Path path) {

    /** @throws IllegalStateException when the file is missing or holds something else; says what to do */
    public MasterKey read() {
        try {
            return MasterKey.parse(Files.readString(path).strip());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The key file " + path + " cannot be read. Set zhubao.key-file to a file that holds 32 random"
                            + " bytes in base64 (openssl rand -base64 32) and keep a copy of it in a safe place:"
                            + " without it the stored identity numbers are lost.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    path
                            + " must hold 32 bytes in base64, after a change of the key with its version and a colon before",
                    e);
        }
    }

    /** Writes a new random key, the first of its database, unless the file is there already. */
    public MasterKeyFile createIfMissing() {
        return createIfMissing(1);
    }

    /** The same for the key that follows others. */
    public MasterKeyFile createIfMissing(int version) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createFile(path, ownerOnly());
            Files.writeString(path, MasterKey.random(version).text() + "\n", StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(
                    Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
        };
    }
}
