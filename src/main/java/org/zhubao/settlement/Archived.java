package org.zhubao.settlement;

import java.util.List;
import org.zhubao.determination.Run;
import org.zhubao.settlement.Records.Input;

/**
 * A sheet with what it was made from, and whether all of it still is what it was.
 *
 * @param policyTitle the notice, by whose text in that version the run decided
 */
public record Archived(Sheet sheet, Run run, String policyTitle, List<Input> inputs, List<Check> checks) {

    public Archived {
        inputs = List.copyOf(inputs);
        checks = List.copyOf(checks);
    }

    public boolean isSound() {
        return checks.stream().allMatch(Check::sound);
    }

    /** @param found what is found now, in place of what was frozen; empty where it is sound */
    public record Check(Part part, boolean sound, String found) {

        static Check of(Part part, String frozen, String found) {
            return frozen.equals(found) ? new Check(part, true, "") : new Check(part, false, found);
        }
    }

    /** What is looked at. */
    public enum Part {
        /** The lines, by their digest. */
        LINES,
        /** The total and the number of lines. */
        TOTAL,
        /** The entries of the ledger against the lines. */
        LEDGER,
        /** The outcomes of the run, by their digest. */
        RUN,
        /** The text of the policy, by its digest. */
        POLICY,
        /** The outcomes, decided once more by the text. */
        DECIDED_AGAIN,
        /** The lists the run counted. */
        INPUTS;

        public String messageKey() {
            return "settlement.archive." + name();
        }
    }
}
