package org.zhubao.settlement;

import java.io.OutputStream;

/** Turns the report of a year into a workbook. */
public interface ReportWriting {

    /**
     * @param title printed on top of each table
     * @param out receives the workbook and stays open
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    void write(String title, Report report, OutputStream out);
}
