package org.zhubao.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A line of the trail.
 *
 * @param id counts up by one
 * @param at to the microsecond, as the database keeps it
 * @param before and {@code after}: JSON objects of strings, or empty
 */
public record AuditEntry(
        long id,
        Instant at,
        String who,
        String role,
        String address,
        String action,
        String division,
        String object,
        String before,
        String after) {

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static AuditEntry of(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("role"),
                row.getString("address"),
                row.getString("action"),
                row.getString("division"),
                row.getString("object"),
                row.getString("before"),
                row.getString("after"));
    }

    /**
     * SHA-256 over the hash of the line before and this line's fields in the order above: id and time (seconds, then
     * nanoseconds) as 64-bit numbers, texts as their length in bytes (32 bits) and their UTF-8.
     */
    byte[] hash(byte[] previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(id);
            out.writeLong(at.getEpochSecond());
            out.writeLong(at.getNano());
            for (String text : new String[] {who, role, address, action, division, object, before, after}) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
