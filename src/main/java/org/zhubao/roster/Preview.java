package org.zhubao.roster;

import java.util.List;

/**
 * What accepting a roster would do.
 *
 * @param townships the same by township, the most cancelled first
 */
public record Preview(int added, int changed, int cancelled, int unchanged, List<TownshipChanges> townships) {

    /** The sums of these townships. */
    public static Preview of(List<TownshipChanges> townships) {
        return new Preview(
                townships.stream().mapToInt(TownshipChanges::added).sum(),
                townships.stream().mapToInt(TownshipChanges::changed).sum(),
                townships.stream().mapToInt(TownshipChanges::cancelled).sum(),
                townships.stream().mapToInt(TownshipChanges::unchanged).sum(),
                townships);
    }

    /** @param name of the township, empty where rows name none */
    public record TownshipChanges(String name, int added, int changed, int cancelled, int unchanged) {

        /** Nobody of a township that had people is left: the file may be incomplete. */
        public boolean isEmptied() {
            return cancelled > 0 && added + changed + unchanged == 0;
        }
    }

    public int heldBefore() {
        return changed + cancelled + unchanged;
    }

    /** The share of those held before who would be cancelled, in whole percent, rounded up. */
    public int cancelledPercent() {
        return heldBefore() == 0 ? 0 : (int) ((100L * cancelled + heldBefore() - 1) / heldBefore());
    }
}
