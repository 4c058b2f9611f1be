package org.zhubao.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a bureau must know about a policy before it pays by it.
 *
 * @param about the identities in question; where it is about the text itself the standard, clause, ruling or years
 * @param example the simplest person in whom it shows; null where it is about the text itself
 * @param results what stands against each other in the example; the first is what is paid, if anything is
 * @param basis ids of the clauses and rulings that bring it about; empty where none says anything
 * @param cases how many of the combinations covered are like the example; 0 where it is about the text itself
 */
public record Finding(
        Kind kind, List<String> about, @Nullable Facts example, List<Result> results, List<String> basis, long cases) {

    public Finding {
        about = List.copyOf(about);
        results = List.copyOf(results);
        basis = List.copyOf(basis);
    }

    /** Of the text itself, not of persons. */
    public static Finding ofText(Kind kind, List<String> about, List<String> basis) {
        return new Finding(kind, about, null, List.of(), basis, 0);
    }

    /** Whether all results pay the same, be it from other funds. */
    public boolean sameAmount() {
        return !results.isEmpty()
                && results.stream().mapToLong(Result::subsidyFen).distinct().count() == 1;
    }

    /** The same of so many cases. */
    public Finding with(long otherCases) {
        return new Finding(kind, about, example, results, basis, otherCases);
    }

    /**
     * @param identities that it rests on; empty where a standard is for everybody or nothing is paid
     * @param standards that pay; empty when nothing is paid
     */
    public record Result(
            List<String> identities,
            List<String> standards,
            long subsidyFen,
            List<Trace.FundFen> shares,
            List<String> basis) {}

    /** The number is stable: it is shown ({@code F401}) and never given to another kind. */
    public enum Kind {
        /** Text and rulings leave two different outcomes. */
        UNDETERMINED(401, true),
        /** An identity is held, and no clause says what it earns. */
        NO_AMOUNT(402, true),
        /** Clauses contradict each other: two say the opposite, or several go round in a circle. */
        CONFLICTING(403, true),
        /** Nothing says which identity comes first, but the outcome is the same. */
        UNORDERED(404, false),
        /** One more identity pays less: lawful where the text puts identities in an order. */
        INVERTED(405, false),
        /** A standard, overlap rule, clause or ruling that never decides anything. */
        UNREACHABLE(406, false),
        /** What funds are named with comes to more than the subsidy. */
        SHARES_TOO_MANY(407, true),
        /** A standard states more than the premium, or asks more of the person. */
        ABOVE_PREMIUM(408, true),
        /** A standard pays more or less than the limit set from above. */
        BOUND_BROKEN(409, true),
        /** Years between two versions that no policy covers. */
        GAP_IN_TIME(410, false),
        /** Two policies hold for the same place and year: lawful where a county has one of its own. */
        OVERLAP_IN_TIME(411, false),
        /** A value that nobody has filled in: the policy cannot be published. */
        VALUE_OPEN(412, true),
        /** A clause whose words no longer stand in the stored notice: what rests on it is suspended. */
        CLAUSE_CHANGED(413, true);

        private final int code;
        private final boolean defect;

        Kind(int code, boolean defect) {
            this.code = code;
            this.defect = defect;
        }

        public int code() {
            return code;
        }

        /** Whether the text needs a change or a ruling; what is not may be as the notice wants it. */
        public boolean isDefect() {
            return defect;
        }

        public String messageKey() {
            return "finding." + code;
        }
    }
}
