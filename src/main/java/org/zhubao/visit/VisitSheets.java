package org.zhubao.visit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A list as a workbook that goes to the township and comes back filled in. */
public interface VisitSheets {

    /**
     * Writes an {@code .xlsx} workbook with a line for each person: no amount, masked numbers, lists to choose from.
     *
     * @param county its name
     * @param names of identities by code
     */
    void write(
            VisitList list,
            String county,
            List<VisitList.Line> lines,
            Map<String, String> names,
            Locale locale,
            OutputStream out)
            throws IOException;

    /**
     * What a filled-in workbook says. Lines are known by their own numbers, so they may be sorted or deleted. A row that
     * names somebody else than its number does is not taken: a single column was sorted.
     *
     * @param entries lines with a finding
     * @param unread rows that are filled in and not taken
     */
    record Reading(List<VisitList.Entry> entries, List<Unread> unread) {}

    /**
     * As on the screen, whoever names no day was there today, or on the day that they have said the same of before.
     *
     * @throws org.zhubao.site.Refusal when it is the workbook of another list, or none of ours
     * @throws org.zhubao.roster.RosterFileRefused when it cannot be read
     */
    Reading read(VisitList list, List<VisitList.Line> lines, Path file, String fileName, LocalDate today);
}
