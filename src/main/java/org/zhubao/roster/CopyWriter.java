package org.zhubao.roster;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Streams rows into a table by PostgreSQL's COPY in binary format; memory does not grow with rows. */
final class CopyWriter implements Closeable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
    private static final byte JSONB_VERSION = 1;

    private final DataOutputStream out;

    /** @param columns as in the COPY command, in the order of the values of each row */
    CopyWriter(Connection connection, String table, String columns) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        String command = "copy " + table + " (" + columns + ") from stdin (format binary)";
        this.out = new DataOutputStream(new BufferedOutputStream(new PGCopyOutputStream(postgres, command), 1 << 16));
        try {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value for a column of type {@code jsonb}. */
    record Json(byte[] utf8) {}

    /** @param values null, {@link Json}, byte[], UUID, Integer, Boolean, LocalDate or String, as the column's type is */
    void row(@Nullable Object... values) {
        try {
            out.writeShort(values.length);
            for (Object value : values) {
                write(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
        } else if (value instanceof String text) {
            // PostgreSQL's text cannot hold the character 0
            write(text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof byte[] bytes) {
            out.writeInt(bytes.length);
            out.write(bytes);
        } else if (value instanceof Json json) {
            out.writeInt(1 + json.utf8().length);
            out.write(JSONB_VERSION);
            out.write(json.utf8());
        } else {
            writeFixed(value);
        }
    }

    private void writeFixed(Object value) throws IOException {
        if (value instanceof UUID id) {
            out.writeInt(16);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        } else if (value instanceof Integer number) {
            out.writeInt(4);
            out.writeInt(number);
        } else if (value instanceof Boolean truth) {
            out.writeInt(1);
            out.write(truth ? 1 : 0);
        } else if (value instanceof LocalDate day) {
            out.writeInt(4);
            out.writeInt((int) ChronoUnit.DAYS.between(DAY_ZERO, day));
        } else {
            throw new IllegalArgumentException("no column takes " + value.getClass());
        }
    }

    @Override
    public void close() {
        try {
            out.writeShort(-1);
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
