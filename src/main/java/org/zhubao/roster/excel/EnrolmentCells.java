package org.zhubao.roster.excel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhubao.roster.Column;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RowProblem;

/** How somebody is insured, and where; or why not. */
final class EnrolmentCells implements Extras {

    private final Header header;
    private final Places places;

    EnrolmentCells(RosterExpectation expected, Header header) {
        this.header = header;
        this.places = new Places(expected);
    }

    /** A state nobody knows by its words says nothing, unless the kind of insurance is said. */
    @Override
    public void read(SheetRow row, Map<String, String> into, List<RowProblem> problems) {
        String written = header.cell(row, Column.ENROLMENT_STATE).value();
        Optional<String> insurance =
                Vocabulary.INSURANCE.codeOf(header.cell(row, Column.INSURANCE).value());
        Optional<String> state = Vocabulary.ENROLMENT.codeOf(written);
        insurance.ifPresent(code -> into.put("insurance", code));
        if (state.isPresent()) {
            into.put("state", state.get());
        } else {
            problems.add(RowProblem.of(ProblemCode.UNKNOWN_ENROLMENT, Column.ENROLMENT_STATE, written));
        }
        String place = places.codeOrName(header.cell(row, Column.ENROLLED_AT).value());
        if (!place.isEmpty()) {
            into.put("enrolled-at", place);
        }
    }
}
