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
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The file outside the database that holds the master key: 32 bytes in base64, readable by its owner only. */
public record MasterKeyFile(Path path) {

    /** @throws IllegalStateException when the file is missing or holds something else; says what to do */
    public byte[] read() {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(path).strip());
            if (key.length != 32) {
                throw new IllegalStateException(path + " must hold 32 bytes in base64, not " + key.length);
            }
            return key;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The key file " + path + " cannot be read. Set zhubao.key-file to a file that holds 32 random"
                            + " bytes in base64 (openssl rand -base64 32) and keep a copy of it in a safe place:"
                            + " without it the stored identity numbers are lost.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(path + " must hold 32 bytes in base64", e);
        }
    }

    /** Writes a new random key unless the file is there already. */
    public MasterKeyFile createIfMissing() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createFile(path, ownerOnly());
            Files.writeString(path, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
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
