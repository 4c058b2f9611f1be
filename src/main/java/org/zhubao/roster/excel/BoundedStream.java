package org.zhubao.roster.excel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/**
 * Counts what is read and refuses to read beyond a limit. While a parser reads, no tag, comment or attribute may be endless
 * either: looking through its thousands of attributes takes the parser minutes.
 */
final class BoundedStream extends FilterInputStream {

    /** No tag of an office program is longer; pictures in drawings may be some ten thousand characters of one. */
    private static final int LONGEST_TAG = 256 * 1024;

    private final long limit;
    private final long end;
    private long count;
    private long unparsed;

    /** @param end when the looking through has to be over, by {@link System#nanoTime()} */
    BoundedStream(InputStream in, long limit, long end) {
        super(in);
        this.limit = limit;
        this.end = end;
    }

    /** The parser has come to the end of a tag or a text. */
    void parsed() {
        unparsed = 0;
    }

    long count() {
        return count;
    }

    void drain() throws IOException {
        byte[] buffer = new byte[8192];
        while (read(buffer, 0, buffer.length) >= 0) {
            parsed();
        }
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        add(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    private void add(int read) {
        count += read;
        unparsed += read;
        if (count > limit) {
            throw new RosterFileRefused(Reason.ZIP_BOMB);
        }
        if (unparsed > LONGEST_TAG) {
            throw new RosterFileRefused(Reason.TOO_LARGE);
        }
        if (System.nanoTime() > end) {
            throw new RosterFileRefused(Reason.TOO_SLOW);
        }
    }
}
