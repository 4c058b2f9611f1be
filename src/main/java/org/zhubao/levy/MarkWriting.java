package org.zhubao.levy;

import java.io.OutputStream;
import java.util.List;

/** Turns a push into the workbook that the tax bureau reads in, and sends back with what it did not take. */
public interface MarkWriting {

    /**
     * @param countyName as in the name of its bureau
     * @param tiers the names of the tiers people may choose; one empty name where there is one only
     * @param lines in the order of their sequence; taken one by one
     * @throws java.io.UncheckedIOException when {@code out} cannot be written
     */
    void write(MarkPush push, String countyName, List<String> tiers, Iterable<MarkLine> lines, OutputStream out);
}
