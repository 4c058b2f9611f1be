package org.zhubao.roster.excel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.Column;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RowProblem;

/**
 * What a number cell says. It is read, never repaired: white space, apostrophes, full-width digits and a small x are
 * ways of writing, everything else is a problem.
 *
 * @param number the citizen's or permit holder's number, null when there is none to rely on
 * @param disability category and grade, when the cell holds the number of a disability certificate
 */
record WrittenNumber(@Nullable IdNumber number, @Nullable Disability disability, @Nullable RowProblem problem) {

    private static final Pattern LOSSY = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d{1,2}|\\d{12,}\\.0*");
    /** In place of the digits that a numeric cell lost before it was made text. */
    static final String LOST_DIGITS = "000";

    private static final Pattern FIRST_GENERATION = Pattern.compile("\\d{15}");
    private static final Pattern CERTIFICATE = Pattern.compile("(\\d{17}[\\dX])([1-7])([1-4])(B\\d)?");
    /** Old permit of a foreigner; travel permits of Hong Kong and Macau residents, old and new; of Taiwan residents. */
    private static final Pattern OTHER_DOCUMENT = Pattern.compile("[A-Z]{3}\\d{12}|[HM]\\d{8}(\\d{2})?|\\d{8}");

    private static final Pattern MARKS = Pattern.compile("^['’‘`\"“”]+|['’‘`\"“”]+$");

    static WrittenNumber of(SheetCell cell) {
        if (cell.isNumber()) {
            return problem(ProblemCode.NUMERIC_IDENTITY_NUMBER);
        }
        if (IdNumber.isWellFormed(cell.value())) {
            return citizen(cell.value(), null);
        }
        String text = plain(cell);
        if (text.isEmpty()) {
            return problem(ProblemCode.MISSING_IDENTITY_NUMBER);
        }
        if (LOSSY.matcher(text).matches()) {
            return problem(ProblemCode.NUMERIC_IDENTITY_NUMBER);
        }
        Matcher certificate = CERTIFICATE.matcher(text);
        if (certificate.matches()) {
            return citizen(certificate.group(1), Disability.ofDigits(certificate.group(2), certificate.group(3)));
        }
        if (IdNumber.isWellFormed(text)) {
            return citizen(text, null);
        }
        return withoutCheckCharacter(text);
    }

    /** Without what is only a way of writing. */
    static String plain(SheetCell cell) {
        return MARKS.matcher(Text.compact(cell.value())).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** The first 18 characters of a certificate number and what its next two say. */
    static Optional<WrittenNumber> ofCertificate(SheetCell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Matcher certificate = CERTIFICATE.matcher(Text.compact(cell.value()).toUpperCase(Locale.ROOT));
        return certificate.matches()
                ? Optional.of(
                        citizen(certificate.group(1), Disability.ofDigits(certificate.group(2), certificate.group(3))))
                : Optional.empty();
    }

    /** Whether the cell holds something longer than a count or a year: at least eight digits, also lost ones. */
    static boolean isLikely(SheetCell cell) {
        if (IdNumber.isWellFormed(cell.value())) {
            return true;
        }
        String text = Text.compact(cell.value()).toUpperCase(Locale.ROOT);
        return text.chars().filter(Character::isDigit).count() >= 8
                || LOSSY.matcher(text).matches();
    }

    /** Whether the cell holds 18 characters that may be a citizen's number: no total, note or signature does. */
    static boolean isCitizens(SheetCell cell) {
        return IdNumber.isWellFormed(cell.value())
                || IdNumber.isWellFormed(Text.compact(cell.value()).toUpperCase(Locale.ROOT));
    }

    private static WrittenNumber citizen(String text, @Nullable Disability disability) {
        return IdNumber.of(text)
                .map(number -> new WrittenNumber(number, disability, null))
                .orElseGet(() -> text.endsWith(LOST_DIGITS)
                        ? problem(ProblemCode.NUMERIC_IDENTITY_NUMBER)
                        : problem(ProblemCode.WRONG_CHECK_CHARACTER, IdNumber.mask(text)));
    }

    private static WrittenNumber withoutCheckCharacter(String text) {
        if (FIRST_GENERATION.matcher(text).matches()) {
            return problem(
                    hasBirthDate(text) ? ProblemCode.FIFTEEN_DIGITS : ProblemCode.WRONG_CHECK_CHARACTER,
                    IdNumber.mask(text));
        }
        if (OTHER_DOCUMENT.matcher(text).matches()) {
            return problem(ProblemCode.OTHER_DOCUMENT, IdNumber.mask(text));
        }
        return problem(ProblemCode.MALFORMED_IDENTITY_NUMBER, String.valueOf(text.codePointCount(0, text.length())));
    }

    /** The first generation wrote the year of birth with two digits. */
    private static boolean hasBirthDate(String fifteenDigits) {
        try {
            LocalDate.of(
                    1900 + Integer.parseInt(fifteenDigits.substring(6, 8)),
                    Integer.parseInt(fifteenDigits.substring(8, 10)),
                    Integer.parseInt(fifteenDigits.substring(10, 12)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static WrittenNumber problem(ProblemCode code, String... arguments) {
        return new WrittenNumber(null, null, RowProblem.of(code, Column.ID_NUMBER, arguments));
    }
}
