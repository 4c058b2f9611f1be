package org.zhubao.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/** Writes a plain table of texts as a workbook, row by row; memory does not grow with rows. */
public interface TextSheetWriting {

    /**
     * @param name of the sheet
     * @param rows hands each row to the consumer it is given
     */
    void write(String name, List<String> headings, Consumer<Consumer<List<String>>> rows, OutputStream out)
            throws IOException;
}
