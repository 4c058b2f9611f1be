package org.zhubao.roster;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.zhubao.division.Department;

/** What a roster says about the people on it. The code is what addresses and the database use. */
public enum RosterKind {
    /** Everybody the department recognises: whoever is missing is cancelled. */
    FULL("full", Column.IDENTITY),
    /** Newly recognised people. */
    ADDITIONS("additions", Column.IDENTITY),
    /** People who are no longer recognised. */
    REMOVALS("removals"),
    /** Pupils and students at school: a fact, not an identity. */
    STUDENTS("students"),
    DEATHS("deaths", Column.DIED_ON),
    /** People who moved their household register from one county to another. */
    MOVES("moves", Column.MOVED_TO, Column.MOVED_ON),
    /** What people paid and what was paid for them, as the tax bureau collected it. */
    PAYMENTS("payments", Column.SUBSIDISED, Column.TOTAL_PAID, Column.PAID_ON),
    /** How people are insured, or why they are not. */
    ENROLMENT_STATUS("enrolment-status", Column.ENROLMENT_STATE),
    /** Marks that the tax bureau did not take: its answer to the newest push. */
    MARK_REFUSALS("mark-refusals", Column.REFUSED_BECAUSE);

    private final String code;
    private final Set<Column> required = EnumSet.of(Column.NAME, Column.ID_NUMBER);

    RosterKind(String code, Column... alsoRequired) {
        this.code = code;
        required.addAll(Arrays.asList(alsoRequired));
    }

    public String code() {
        return code;
    }

    /** The columns without which a list of this kind cannot be read. */
    public Set<Column> requiredColumns() {
        return EnumSet.copyOf(required);
    }

    /** Whether the list is everybody: then whoever is missing from it is cancelled. */
    public boolean isComplete() {
        return this == FULL || this == STUDENTS;
    }

    /** Whether every row must name an identity that this year's notice knows. */
    public boolean needsIdentity() {
        return required.contains(Column.IDENTITY);
    }

    /** Whether the identities on the list mean anything: a death ends them all. */
    public boolean readsIdentity() {
        return needsIdentity() || tellsDepartment() || this == STUDENTS;
    }

    /** The column that says what such a list is about, beside name and number. */
    public Column tellingColumn() {
        return switch (this) {
            case STUDENTS -> Column.SCHOOL;
            case DEATHS -> Column.DIED_ON;
            case MOVES -> Column.MOVED_TO;
            case PAYMENTS -> Column.TOTAL_PAID;
            case ENROLMENT_STATUS -> Column.ENROLMENT_STATE;
            case MARK_REFUSALS -> Column.REFUSED_BECAUSE;
            default -> Column.IDENTITY;
        };
    }

    /** The one office that sends such lists; empty where every certifying department may. */
    public Optional<Department> sender() {
        return switch (this) {
            case PAYMENTS, MARK_REFUSALS -> Optional.of(Department.TAX);
            case ENROLMENT_STATUS -> Optional.of(Department.MEDICAL_INSURANCE);
            default -> Optional.empty();
        };
    }

    /** Whether a person counts once, however often the list names them; who pays twice has paid twice. */
    public boolean countsOnce() {
        return this != PAYMENTS;
    }

    /** What a row says that names no identity; empty when it says nothing. */
    public String impliedWording() {
        return this == STUDENTS ? "在校学生" : "";
    }

    /** Whether the identities on the list tell which department made it. */
    public boolean tellsDepartment() {
        return this == FULL || this == ADDITIONS || this == REMOVALS;
    }

    public static Optional<RosterKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
