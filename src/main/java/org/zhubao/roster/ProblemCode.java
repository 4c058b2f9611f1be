package org.zhubao.roster;

import static org.zhubao.roster.ProblemCode.Severity.NOTE;
import static org.zhubao.roster.ProblemCode.Severity.REJECTS;
import static org.zhubao.roster.ProblemCode.Severity.WAITS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be wrong with a row. Numbers and slugs are stable: they stand in the database and in answers to programs. The
 * messages {@code problem.<slug>}, {@code ….todo} and {@code ….task} say what happened, what to do, and what the work on
 * all such rows is called.
 */
public enum ProblemCode {
    /** The cell is a number: a spreadsheet keeps 15 digits of it, the rest is lost for good. No arguments. */
    NUMERIC_IDENTITY_NUMBER(101, REJECTS),
    /** Check character (GB 11643) or birth date impossible. Argument: the masked number. */
    WRONG_CHECK_CHARACTER(102, REJECTS),
    MISSING_IDENTITY_NUMBER(103, REJECTS),
    /** No document we know has this form. Argument: how many characters there are. */
    MALFORMED_IDENTITY_NUMBER(104, REJECTS),
    /** A number of the first generation of identity cards. Argument: the masked number. */
    FIFTEEN_DIGITS(105, WAITS),
    /** An old permit of a foreigner or a travel permit, which has no check character. Argument: the masked number. */
    OTHER_DOCUMENT(106, WAITS),
    /** The sex written is not that of the number. Argument: as written. */
    OTHER_SEX(107, NOTE),
    /** The birth date written is not that of the number. Argument: as written. */
    OTHER_BIRTH_DATE(108, NOTE),
    /**
     * A wrong number differs in one place from one that is known for the name. Arguments: the place from 1, what stands
     * there, the source as message key {@code number-source.…}.
     */
    NEARLY_KNOWN_NUMBER(109, NOTE),
    /** Somebody without a number was born in the benefit year or the one before. No arguments. */
    NEWBORN_WITHOUT_NUMBER(110, WAITS),
    MISSING_NAME(201, REJECTS),
    /** The name holds a question mark, digit or replacement character: a rare character was lost. Argument: the name. */
    DAMAGED_NAME(202, NOTE),
    /** Found after staging. Arguments: the row and the name that stand there. */
    SAME_NUMBER_OTHER_NAME(203, REJECTS),
    /** Found after staging. Argument: the row that is kept. */
    DUPLICATE_IN_FILE(204, NOTE),
    /** Found after staging: somebody paid again; both payments count. Argument: the row that stands first. */
    REPEATED_PAYMENT(205, NOTE),
    /** Found in the register. Argument: the name on record by this number. */
    OTHER_NAME_ON_RECORD(206, NOTE),
    /** Nobody is called by so many characters. Argument: how many. */
    ENDLESS_NAME(207, REJECTS),
    /** Arguments: the wording, and the nearest known ones. */
    UNKNOWN_IDENTITY(301, REJECTS),
    MISSING_IDENTITY(302, REJECTS),
    /** By the notice the identity counts at another age. Argument: the day of birth. */
    AGE_AGAINST_IDENTITY(303, NOTE),
    /** The certificate begins with another person's number. No arguments. */
    OTHER_CERTIFICATE_NUMBER(401, NOTE),
    /** Category and grade differ from the certificate number's 19th and 20th digit. Argument: the two digits. */
    OTHER_CERTIFICATE_GRADE(402, NOTE),
    /** The certificate had ended when the list came, or ends before the benefit year begins. Argument: the last day. */
    CERTIFICATE_EXPIRED(403, NOTE),
    /** Argument: as written. */
    UNREADABLE_DATE(501, NOTE),
    /** A death or move without a readable date. Argument: as written. */
    MISSING_DATE(502, REJECTS),
    /** An amount is blank or no amount of yuan and fen. Argument: as written. */
    UNREADABLE_AMOUNT(601, REJECTS),
    /** What was subsidised and what the person paid are not the total. Arguments: the three amounts in yuan. */
    AMOUNTS_DO_NOT_ADD_UP(602, REJECTS),
    /** No state of enrolment is known by these words. Argument: as written. */
    UNKNOWN_ENROLMENT(603, REJECTS),
    /** The row names another county. Argument: its name. */
    ROW_OF_OTHER_COUNTY(701, REJECTS),
    /** Found in the register. Argument: the day of death. */
    DEATH_ON_RECORD(702, NOTE),
    /** Found in the register. Argument: the department as message key {@code department.…}. */
    ON_ANOTHER_LIST(703, NOTE);

    /** What a problem means for its row. */
    public enum Severity {
        /** The row is not accepted until it is corrected. */
        REJECTS,
        /** The row is accepted, but a person must decide before it enters the register. */
        WAITS,
        /** Worth knowing; the row is accepted. */
        NOTE
    }

    private final int number;
    private final Severity severity;

    ProblemCode(int number, Severity severity) {
        this.number = number;
        this.severity = severity;
    }

    public int number() {
        return number;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** @throws IllegalArgumentException when there is no such number: it did not come from here */
    public static ProblemCode ofNumber(int number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("no problem has the number " + number));
    }

    public static Optional<ProblemCode> find(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }
}
