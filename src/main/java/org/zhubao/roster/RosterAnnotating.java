package org.zhubao.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes findings into a copy of a roster, row by row; memory does not grow with the file. */
public interface RosterAnnotating {

    /**
     * Writes a workbook with the sheet that was read, each row where it stood, and one column more.
     *
     * @param file as uploaded; it was read without trouble before
     * @param fileName as uploaded
     */
    void annotate(Path file, String fileName, Annotations annotations, OutputStream out) throws IOException;
}
