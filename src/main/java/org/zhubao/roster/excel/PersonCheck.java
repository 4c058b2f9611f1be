package org.zhubao.roster.excel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.Column;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RowProblem;

/** Checks who a row is about: name, number, and what other cells say against the number. */
final class PersonCheck {

    private static final Disability NOTHING = new Disability(null, null);

    private final Header header;
    private final boolean dates1904;

    PersonCheck(Header header, boolean dates1904) {
        this.header = header;
        this.dates1904 = dates1904;
    }

    String name(SheetRow row, List<RowProblem> problems) {
        String name = header.cell(row, Column.NAME).value();
        if (name.isEmpty()) {
            problems.add(RowProblem.of(ProblemCode.MISSING_NAME, Column.NAME));
        } else if (WrittenName.isDamaged(name)) {
            problems.add(RowProblem.of(ProblemCode.DAMAGED_NAME, Column.NAME, name));
        }
        return name;
    }

    WrittenNumber number(SheetRow row, List<RowProblem> problems) {
        WrittenNumber written = WrittenNumber.of(header.cell(row, Column.ID_NUMBER));
        if (written.problem() != null) {
            problems.add(written.problem());
        }
        if (written.number() != null) {
            compareSex(row, written.number(), problems);
            compareBirthDate(row, written.number(), problems);
        }
        return written;
    }

    /**
     * What the columns say, else what the certificate number says. Where they differ the columns count, because the
     * department is liable for them, and the row is noted.
     */
    Disability disability(SheetRow row, WrittenNumber written, List<RowProblem> problems) {
        Disability columns = Disability.written(
                header.cell(row, Column.DISABILITY_CATEGORY).value(),
                header.cell(row, Column.DISABILITY_GRADE).value());
        Optional<WrittenNumber> certificate = WrittenNumber.ofCertificate(header.cell(row, Column.CERTIFICATE_NUMBER));
        certificate
                .map(WrittenNumber::number)
                .filter(number -> written.number() != null && !number.equals(written.number()))
                .ifPresent(number ->
                        problems.add(RowProblem.of(ProblemCode.OTHER_CERTIFICATE_NUMBER, Column.CERTIFICATE_NUMBER)));
        Disability digits = certificate
                .map(WrittenNumber::disability)
                .or(() -> Optional.ofNullable(written.disability()))
                .orElse(NOTHING);
        if (columns.contradicts(digits)) {
            problems.add(
                    RowProblem.of(ProblemCode.OTHER_CERTIFICATE_GRADE, Column.DISABILITY_GRADE, digits.asDigits()));
        }
        return columns.orElse(digits);
    }

    private void compareSex(SheetRow row, IdNumber number, List<RowProblem> problems) {
        String sex = header.cell(row, Column.SEX).value();
        if (sex.equals("男") && !number.isMale() || sex.equals("女") && number.isMale()) {
            problems.add(RowProblem.of(ProblemCode.OTHER_SEX, Column.SEX, sex));
        }
    }

    /** A month without a day is compared as such. */
    private void compareBirthDate(SheetRow row, IdNumber number, List<RowProblem> problems) {
        SheetCell cell = header.cell(row, Column.BIRTH_DATE);
        LocalDate born = number.birthDate();
        boolean differs = WrittenDate.beginning(cell, dates1904)
                        .filter(born::isBefore)
                        .isPresent()
                || WrittenDate.end(cell, dates1904).filter(born::isAfter).isPresent();
        if (differs) {
            problems.add(RowProblem.of(ProblemCode.OTHER_BIRTH_DATE, Column.BIRTH_DATE, cell.value()));
        }
    }
}
