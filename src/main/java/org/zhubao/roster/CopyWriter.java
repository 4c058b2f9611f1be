package org.zhubao.roster;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Streams rows into a table by PostgreSQL's COPY in text format; memory does not grow with rows. */
final class CopyWriter implements Closeable {

    private final Writer out;

    /** @param columns as in the COPY command, in the order of the values of each row */
    CopyWriter(Connection connection, String table, String columns) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        String command = "copy " + table + " (" + columns + ") from stdin";
        this.out = new BufferedWriter(
                new OutputStreamWriter(new PGCopyOutputStream(postgres, command), StandardCharsets.UTF_8), 1 << 16);
    }

    /** @param values null, byte[], or anything whose {@code toString} PostgreSQL reads as the column's type */
    void row(@Nullable Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    out.write('\t');
                }
                write(values[i]);
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.write("\\N");
        } else if (value instanceof byte[] bytes) {
            out.write("\\\\x");
            out.write(HexFormat.of().formatHex(bytes));
        } else {
            writeEscaped(value.toString());
        }
    }

    private void writeEscaped(String text) throws IOException {
        if (text.chars().noneMatch(CopyWriter::isSpecial)) {
            out.write(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.write("\\\\");
                case '\n' -> out.write("\\n");
                case '\r' -> out.write("\\r");
                case '\t' -> out.write("\\t");
                case '\0' -> out.write(' '); // PostgreSQL's text cannot hold it
                default -> out.write(c);
            }
        }
    }

    private static boolean isSpecial(int c) {
        return c == '\\' || c == '\n' || c == '\r' || c == '\t' || c == '\0';
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
