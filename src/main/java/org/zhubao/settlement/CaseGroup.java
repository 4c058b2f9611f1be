package org.zhubao.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People in the same case.
 *
 * @param key tells the group from others
 * @param earlierRun the run they were last charged by; null where they never were
 * @param otherRun the run by which other funds alone were charged for them; null where none was, or this one had a part
 * @param outcome what the newest run says; null where it does not know them, or they are dead
 * @param dead whether they died before the cover began, as the run knew
 * @param inTime whether what makes the difference was known before the cover began
 * @param finding name of the cause by which the reconciliation found them; empty where there is none
 * @param advanced whether they were charged an advance that has not been settled
 * @param decided what persons decided of them; null where nobody has
 * @param differenceFen what they would be charged together
 * @param twiceFen what of it others bear by now, too
 */
record CaseGroup(
        String key,
        @Nullable UUID earlierRun,
        @Nullable Integer earlierOutcome,
        @Nullable UUID otherRun,
        @Nullable Integer otherOutcome,
        @Nullable Integer outcome,
        boolean dead,
        boolean inTime,
        String finding,
        boolean advanced,
        @Nullable CaseVerdict decided,
        int persons,
        long differenceFen,
        long twiceFen) {

    /** What a sheet charges for them by what follows. */
    long chargedBy(Following following) {
        return following.cause() == EntryCause.BORNE_BY_OTHERS ? -twiceFen : differenceFen;
    }

    boolean isFirst() {
        return earlierRun == null;
    }
}
