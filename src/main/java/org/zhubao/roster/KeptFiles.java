package org.zhubao.roster;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that lists came in, as they lie in the archive. */
@Component
public class KeptFiles {

    private final RosterFiles files;
    private final JdbcClient jdbc;

    KeptFiles(RosterFiles files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /**
     * Reads the whole file.
     *
     * @return SHA-256 over it as it is now, in lower-case hexadecimal; empty where it cannot be read any more
     */
    public String digestOf(UUID roster) {
        UUID file = jdbc.sql("select file_id from roster_batch where id = ?")
                .param(roster)
                .query(UUID.class)
                .single();
        MessageDigest digest = sha256();
        try {
            files.copyTo(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (InvalidDataAccessApiUsageException changed) {
            // As a repository tells that a part cannot be decrypted
            return "";
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
