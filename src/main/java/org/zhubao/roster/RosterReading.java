package org.zhubao.roster;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a roster file row by row; memory does not grow with rows. */
public interface RosterReading {

    /**
     * Reads and checks a file. Problems of single rows are in the rows; only {@link ProblemCode#SAME_NUMBER_OTHER_NAME}
     * and {@link ProblemCode#DUPLICATE_IN_FILE}, which need all rows, are left to the caller.
     *
     * @param fileName as uploaded; the content decides what the file is, the name only helps to explain a refusal
     * @param rows takes each data row in the order of the sheet; what it throws reaches the caller unchanged
     * @throws RosterFileRefused when the file as a whole cannot be read or is not this list. It may come after rows were
     *     handed over: nothing has then to be kept
     */
    RosterShape read(Path file, String fileName, RosterExpectation expected, Consumer<CheckedRow> rows);
}
