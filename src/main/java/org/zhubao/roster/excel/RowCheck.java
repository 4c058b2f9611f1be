package org.zhubao.roster.excel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.Column;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RowProblem;

/** Checks the rows of one table. */
final class RowCheck {

    private static final int SUGGESTIONS = 3;
    private static final List<Column> DATES =
            List.of(Column.RECOGNISED_ON, Column.ENDED_ON, Column.CERTIFICATE_EXPIRES, Column.DIED_ON, Column.MOVED_ON);

    private final RosterExpectation expected;
    private final Header header;
    private final boolean dates1904;
    private final Townships townships;
    private final Attributes attributes;
    private final PersonCheck person;
    private final Extras extras;
    private final Origin origin;
    private final @Nullable Integer toldAt;

    RowCheck(RosterExpectation expected, Header header, boolean dates1904, Origin origin) {
        this.origin = origin;
        this.expected = expected;
        this.header = header;
        this.dates1904 = dates1904;
        this.townships = new Townships(expected.county(), expected.townships());
        this.attributes = new Attributes(expected, header, dates1904);
        this.person = new PersonCheck(header, expected.benefitYear(), dates1904);
        this.extras = Extras.of(expected, header, dates1904);
        this.toldAt = header.positions().get(expected.kind().tellingColumn());
    }

    CheckedRow check(SheetRow row) {
        List<RowProblem> problems = new ArrayList<>();
        String name = person.name(row, problems);
        WrittenNumber written = person.number(row, problems);
        IdNumber number = written.number();
        Map<String, String> found = attributes.of(row, person.disability(row, written, problems));
        extras.read(row, found, problems);
        String identity = identity(row, found, problems);
        if (identity != null && number != null && expected.kind().needsIdentity()) {
            compareAge(identity, found, number, problems);
        }
        String township = value(row, Column.TOWNSHIP);
        String townshipCode = townships.codeOf(township).orElse(null);
        if (expected.kind().tellsDepartment()) {
            origin.elsewhere(townshipCode, value(row, Column.COUNTY) + township)
                    .ifPresent(county ->
                            problems.add(RowProblem.of(ProblemCode.ROW_OF_OTHER_COUNTY, Column.COUNTY, county.name())));
        }
        LocalDate died = told(Column.DIED_ON, row, problems);
        told(Column.MOVED_ON, row, problems);
        List<String> raw = raw(row);
        return new CheckedRow(
                row.number(),
                raw,
                name,
                WrittenName.comparable(name),
                value(row, Column.ID_NUMBER),
                number,
                told(raw),
                identity,
                found,
                townshipCode,
                township,
                value(row, Column.VILLAGE),
                Vocabulary.HOUSEHOLD.codeOf(value(row, Column.HOUSEHOLD)).orElse(null),
                date(row, Column.RECOGNISED_ON, problems),
                WrittenDate.endOfRange(header.cell(row, Column.CERTIFICATE_EXPIRES), dates1904)
                        .orElse(null),
                died,
                problems);
    }

    private @Nullable String identity(SheetRow row, Map<String, String> found, List<RowProblem> problems) {
        if (!expected.kind().readsIdentity()) {
            return null;
        }
        String written = value(row, Column.IDENTITY);
        String wording = written.isEmpty() ? expected.kind().impliedWording() : written;
        Optional<String> code = expected.wordings().codeOf(wording, found);
        if (!written.isEmpty() && code.isEmpty()) {
            problems.add(unknown(written));
        } else if (written.isEmpty() && expected.kind().needsIdentity()) {
            problems.add(RowProblem.of(ProblemCode.MISSING_IDENTITY, Column.IDENTITY));
        }
        return code.orElse(null);
    }

    private void compareAge(String identity, Map<String, String> found, IdNumber number, List<RowProblem> problems) {
        if (expected.wordings().isKeptOutByAge(identity, found, number.birthDate())) {
            problems.add(RowProblem.of(
                    ProblemCode.AGE_AGAINST_IDENTITY,
                    Column.IDENTITY,
                    number.birthDate().toString()));
        }
    }

    private RowProblem unknown(String wording) {
        List<String> nearest = expected.wordings().nearest(wording, SUGGESTIONS);
        return RowProblem.of(ProblemCode.UNKNOWN_IDENTITY, Column.IDENTITY, wording, String.join("、", nearest));
    }

    private @Nullable LocalDate date(SheetRow row, Column column, List<RowProblem> problems) {
        SheetCell cell = header.cell(row, column);
        Optional<LocalDate> date = WrittenDate.beginning(cell, dates1904);
        if (date.isEmpty() && !cell.isBlank()) {
            problems.add(RowProblem.of(ProblemCode.UNREADABLE_DATE, column, cell.value()));
        }
        return date.orElse(null);
    }

    /** The day that a list of events has to tell; null where the list is of another kind. */
    private @Nullable LocalDate told(Column day, SheetRow row, List<RowProblem> problems) {
        if (!expected.kind().requiredColumns().contains(day)) {
            return null;
        }
        SheetCell cell = header.cell(row, day);
        Optional<LocalDate> date = WrittenDate.beginning(cell, dates1904);
        if (date.isEmpty()) {
            problems.add(RowProblem.of(ProblemCode.MISSING_DATE, day, cell.value()));
        }
        return date.orElse(null);
    }

    private String told(List<String> raw) {
        return toldAt == null || toldAt >= raw.size() ? "" : raw.get(toldAt).strip();
    }

    /** As shown below the headings. A date that a sheet holds as a serial number is shown as a date. */
    private List<String> raw(SheetRow row) {
        List<String> raw = new ArrayList<>(row.cells().size());
        row.cells().forEach(cell -> raw.add(cell.shown()));
        for (Column column : DATES) {
            SheetCell cell = header.cell(row, column);
            if (cell.isNumber()) {
                WrittenDate.beginning(cell, dates1904)
                        .ifPresent(date -> raw.set(header.places().get(column).get(0), date.toString()));
            }
        }
        return raw;
    }

    private String value(SheetRow row, Column column) {
        return header.cell(row, column).value();
    }
}
