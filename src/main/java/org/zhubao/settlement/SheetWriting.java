package org.zhubao.settlement;

import java.io.OutputStream;
import org.zhubao.settlement.form.Form;

/** Turns a frozen sheet into the file that offices print, stamp and keep. */
public interface SheetWriting {

    /** What it writes. */
    SheetFormat format();

    /**
     * Writes one file. Lines are taken one by one and leave memory as they are written, so a sheet may have as many as
     * a worksheet has rows (about a million).
     *
     * @param lines in the order of their sequence; on the general form township by township
     * @param out receives the file and stays open
     * @throws IllegalArgumentException when a township comes back after another one has begun: its subtotal would be
     *     printed twice
     * @throws java.io.UncheckedIOException when {@code out} cannot be written
     */
    void write(SheetContent content, Form form, Iterable<SheetLine> lines, OutputStream out);
}
