package org.zhubao.roster.excel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RosterShape;
import org.zhubao.roster.RowProblem;

/** What came out of a file. */
record Reading(RosterShape shape, List<CheckedRow> rows) {

    static Reading of(Path file, RosterExpectation expected) {
        List<CheckedRow> rows = new ArrayList<>();
        RosterShape shape =
                new SpreadsheetRosterReading().read(file, file.getFileName().toString(), expected, rows::add);
        return new Reading(shape, rows);
    }

    CheckedRow row(int number) {
        return rows.stream().filter(r -> r.rowNumber() == number).findFirst().orElseThrow();
    }

    CheckedRow only() {
        if (rows.size() != 1) {
            throw new AssertionError("one row expected: " + rows);
        }
        return rows.get(0);
    }

    List<ProblemCode> problems(int number) {
        return row(number).problems().stream().map(RowProblem::code).toList();
    }

    /** Each problem as "row slug accepted". */
    List<String> findings() {
        return rows.stream()
                .flatMap(row -> row.problems().stream()
                        .map(p -> row.rowNumber() + " " + p.code().slug() + " " + row.acceptable()))
                .toList();
    }
}
