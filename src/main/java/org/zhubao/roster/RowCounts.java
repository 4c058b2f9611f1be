package org.zhubao.roster;

/**
 * How the rows of a batch came out.
 *
 * @param acceptable rows that may be accepted, those that wait for a person included
 * @param waiting acceptable rows that a person has to confirm before they count
 */
public record RowCounts(int read, int acceptable, int rejected, int waiting) {

    public RowCounts {
        if (acceptable + rejected != read || waiting > acceptable) {
            throw new IllegalArgumentException("rows do not add up");
        }
    }
}
