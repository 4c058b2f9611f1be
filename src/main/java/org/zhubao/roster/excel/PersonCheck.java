package org.zhubao.roster.excel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.Column;
import org.zhubao.roster.NearNumber;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RowProblem;

/** Checks who a row is about: name, number, and what other cells say against the number. */
final class PersonCheck {

    private static final Disability NOTHING = new Disability(null, null);

    private static final RowProblem NEWBORN = RowProblem.of(ProblemCode.NEWBORN_WITHOUT_NUMBER, Column.ID_NUMBER);

    private final Header header;
    private final int benefitYear;
    private final boolean dates1904;

    PersonCheck(Header header, int benefitYear, boolean dates1904) {
        this.benefitYear = benefitYear;
        this.header = header;
        this.dates1904 = dates1904;
    }

    String name(SheetRow row, List<RowProblem> problems) {
        String name = header.cell(row, Column.NAME).value();
        if (name.isEmpty()) {
            problems.add(RowProblem.of(ProblemCode.MISSING_NAME, Column.NAME));
        } else if (WrittenName.isEndless(name)) {
            problems.add(RowProblem.of(ProblemCode.ENDLESS_NAME, Column.NAME, String.valueOf(name.length())));
        } else if (WrittenName.isDamaged(name)) {
            problems.add(RowProblem.of(ProblemCode.DAMAGED_NAME, Column.NAME, name));
        }
        return name;
    }

    WrittenNumber number(SheetRow row, List<RowProblem> problems) {
        WrittenNumber written = WrittenNumber.of(header.cell(row, Column.ID_NUMBER));
        if (written.problem() != null) {
            problems.add(mayBeNewborn(row, written) ? NEWBORN : written.problem());
            suggestFromCertificate(row, written, problems);
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

    /** A newborn may have none yet; who is born by the list's own word in these two years may be one. */
    private boolean mayBeNewborn(SheetRow row, WrittenNumber written) {
        return written.problem() != null
                && written.problem().code() == ProblemCode.MISSING_IDENTITY_NUMBER
                && WrittenDate.beginning(header.cell(row, Column.BIRTH_DATE), dates1904)
                        .filter(born -> born.getYear() >= benefitYear - 1 && born.getYear() <= benefitYear)
                        .isPresent();
    }

    private void suggestFromCertificate(SheetRow row, WrittenNumber written, List<RowProblem> problems) {
        if (written.problem() != null && written.problem().code() == ProblemCode.WRONG_CHECK_CHARACTER) {
            String text = WrittenNumber.plain(header.cell(row, Column.ID_NUMBER));
            WrittenNumber.ofCertificate(header.cell(row, Column.CERTIFICATE_NUMBER))
                    .map(WrittenNumber::number)
                    .flatMap(known -> NearNumber.CERTIFICATE.of(text, known))
                    .ifPresent(problems::add);
        }
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
