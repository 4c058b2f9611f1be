package org.zhubao.levy;

import java.io.OutputStream;
import java.util.Locale;

/** Turns lines of a reconciliation into a workbook. */
public interface ReconciliationWriting {

    /**
     * @param lines taken one by one
     * @throws java.io.UncheckedIOException when {@code out} cannot be written
     */
    void write(String title, Locale locale, Iterable<ReconciliationLine> lines, OutputStream out);
}
