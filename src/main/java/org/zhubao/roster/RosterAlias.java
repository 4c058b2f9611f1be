package org.zhubao.roster;

import java.time.Instant;
import org.zhubao.division.Department;

/**
 * One alias as its page lists it.
 *
 * @param written as it stands in the department's files
 * @param meaning of a heading the {@link Column}, of a wording the code of the identity
 */
public record RosterAlias(
        long id, Department department, Subject subject, String written, String meaning, String setBy, Instant setAt) {

    /** What an alias is of. */
    public enum Subject {
        HEADING("heading"),
        WORDING("wording");

        private final String code;

        Subject(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Subject ofCode(String code) {
            return code.equals(HEADING.code) ? HEADING : WORDING;
        }

        /** The form in which two ways of writing the same are equal. */
        String comparable(String written) {
            return this == HEADING ? Column.comparable(written) : PolicyWordings.comparable(written);
        }
    }
}
