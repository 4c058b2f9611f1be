package org.zhubao.roster.excel;

import java.util.List;
import java.util.Map;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RowProblem;

/** What only one kind of list says, beside who it is about. */
@FunctionalInterface
interface Extras {

    /** @param into attributes of the row, see {@code CheckedRow} */
    void read(SheetRow row, Map<String, String> into, List<RowProblem> problems);

    static Extras of(RosterExpectation expected, Header header, boolean dates1904) {
        return switch (expected.kind()) {
            case PAYMENTS -> new PaymentCells(expected, header, dates1904);
            case ENROLMENT_STATUS -> new EnrolmentCells(expected, header);
            default -> (row, into, problems) -> {};
        };
    }
}
