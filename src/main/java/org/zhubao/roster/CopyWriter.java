package org.zhubao.roster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows into a table by PostgreSQL's COPY in binary format; memory does not grow with rows. */
final class CopyWriter implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
    private static final byte JSONB_VERSION = 1;
    private static final int BUFFER_BYTES = 1 << 16;
    /** A length and the longest value of fixed length, which is a UUID. */
    private static final int FIXED_BYTES = 4 + 16;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    /** @param columns as in the COPY command, in the order of the values of each row */
    CopyWriter(Connection connection, String table, String columns) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** A value for a column of type {@code jsonb}. */
    record Json(byte[] utf8) {}

    /** @param values null, {@link Json}, byte[], UUID, Integer, Boolean, LocalDate or String, as the column's type is */
    void row(@Nullable Object... values) throws SQLException {
        room(FIXED_BYTES).putShort((short) values.length);
        for (Object value : values) {
            write(value);
        }
    }

    private void write(@Nullable Object value) throws SQLException {
        ByteBuffer fixed = room(FIXED_BYTES);
        if (value == null) {
            fixed.putInt(-1);
        } else if (value instanceof String text) {
            write(withoutZero(text).getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof byte[] bytes) {
            fixed.putInt(bytes.length);
            append(bytes);
        } else if (value instanceof Json json) {
            fixed.putInt(1 + json.utf8().length).put(JSONB_VERSION);
            append(json.utf8());
        } else if (value instanceof UUID id) {
            fixed.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        } else if (value instanceof Integer number) {
            fixed.putInt(4).putInt(number);
        } else if (value instanceof Boolean truth) {
            fixed.putInt(1).put((byte) (truth ? 1 : 0));
        } else if (value instanceof LocalDate day) {
            fixed.putInt(4).putInt((int) ChronoUnit.DAYS.between(DAY_ZERO, day));
        } else {
            throw new IllegalArgumentException("no column takes " + value.getClass());
        }
    }

    /** PostgreSQL's text cannot hold the character 0. */
    private static String withoutZero(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', ' ');
    }

    private void append(byte[] bytes) throws SQLException {
        if (bytes.length > buffer.remaining()) {
            empty();
        }
        if (bytes.length > buffer.remaining()) {
            copy.writeToCopy(bytes, 0, bytes.length);
        } else {
            buffer.put(bytes);
        }
    }

    private ByteBuffer room(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            empty();
        }
        return buffer;
    }

    private void empty() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void close() throws SQLException {
        room(FIXED_BYTES).putShort((short) -1);
        empty();
        copy.endCopy();
    }
}
