package org.zhubao.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.Vault;

/** The uploaded files themselves, encrypted in parts so that none is ever held whole. */
@Repository
class RosterFiles {

    /** The JVM authenticates longer parts without the processor's help, at a tenth of the speed. */
    private static final int PART_BYTES = 1 << 16;

    private final JdbcTemplate jdbc;
    private final Vault vault;

    RosterFiles(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    UUID store(RosterUpload upload, byte[] sha256) {
        UUID id = UUID.randomUUID();
        try (InputStream in = Files.newInputStream(upload.file())) {
            jdbc.update(
                    "insert into roster_file (id, county, department, sha256, name, size_bytes) values (?, ?, ?, ?, ?, ?)",
                    id,
                    upload.county().code(),
                    upload.department().code(),
                    sha256,
                    upload.fileName(),
                    Files.size(upload.file()));
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART_BYTES); bytes.length > 0; bytes = in.readNBytes(PART_BYTES)) {
                jdbc.update(
                        "insert into roster_file_part (file_id, part, cipher) values (?, ?, ?)",
                        id,
                        part++,
                        vault.encrypt(bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** The name it was uploaded under. */
    String name(UUID fileId) {
        return jdbc.queryForObject("select name from roster_file where id = ?", String.class, fileId);
    }

    /** Writes the file as it was uploaded. */
    void copyTo(UUID fileId, OutputStream out) {
        jdbc.query(
                "select cipher from roster_file_part where file_id = ? order by part",
                row -> {
                    try {
                        out.write(vault.decrypt(row.getBytes(1)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                fileId);
    }

    /** The same file once more, for another batch. */
    UUID copyOf(UUID fileId) {
        UUID copy = UUID.randomUUID();
        jdbc.update(
                """
                insert into roster_file (id, county, department, sha256, name, size_bytes)
                select ?, county, department, sha256, name, size_bytes from roster_file where id = ?
                """,
                copy,
                fileId);
        jdbc.update(
                "insert into roster_file_part (file_id, part, cipher)"
                        + " select ?, part, cipher from roster_file_part where file_id = ?",
                copy,
                fileId);
        return copy;
    }

    /** Deletes the content; the database lets that happen only while its batch is being read. */
    void forget(UUID fileId) {
        jdbc.update("delete from roster_file_part where file_id = ?", fileId);
    }

    static byte[] sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
