package org.zhubao.settlement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a {@link SettlementModel} has charged, in order. */
record Charges(List<Charge> all) {

    enum Kind {
        ADVANCE,
        TRUE_UP,
        OTHER,
        /** Given back while it is asked whether any fund bears the person. */
        BORNE_BY_OTHERS,
        /** In the year it was found: on no sheet. */
        GONE_ON,
        /** In the year after: for nobody in this year's cover. */
        CARRIED
    }

    /** What the run of a moment said. @param grantedFen what all funds bore by it, in the tier that was paid */
    record ByRun(Said said, Instant knownOn, long grantedFen) {}

    /** @param by null where no run of this year is behind it */
    record Charge(@Nullable UUID sheet, String fund, UUID person, long fen, @Nullable ByRun by, Kind kind) {}

    /** Whether an advance has not been evened out. */
    static boolean onAccount(List<Charge> charges) {
        return charges.stream()
                .map(Charge::kind)
                .filter(kind -> kind == Kind.ADVANCE || kind == Kind.TRUE_UP)
                .reduce((first, second) -> second)
                .filter(Kind.ADVANCE::equals)
                .isPresent();
    }

    /** Of one person by one fund, in order. */
    List<Charge> of(String fund, UUID person) {
        return all.stream()
                .filter(charge -> charge.fund().equals(fund) && charge.person().equals(person))
                .filter(charge -> charge.kind() != Kind.CARRIED)
                .toList();
    }

    /** What the other fund was charged by, where this one had no part in it. */
    Optional<ByRun> byOthersAlone(String fund, UUID person) {
        List<Charge> others = all.stream()
                .filter(charge -> !charge.fund().equals(fund) && charge.person().equals(person))
                .filter(charge -> charge.kind() != Kind.CARRIED)
                .toList();
        return others.stream().mapToLong(Charge::fen).sum() == 0
                ? Optional.empty()
                : Optional.of(newest(others)).filter(by -> by.said().share(fund) == 0);
    }

    /** Of other funds, since this one was charged by what a run said, in order. */
    List<Charge> byOthersSince(String fund, UUID person) {
        List<Charge> byRuns = all.stream()
                .filter(charge -> charge.person().equals(person) && charge.by() != null)
                .filter(charge ->
                        charge.kind() != Kind.BORNE_BY_OTHERS || !charge.fund().equals(fund))
                .toList();
        int last = byRuns.size();
        while (last > 0 && !byRuns.get(last - 1).fund().equals(fund)) {
            last--;
        }
        return byRuns.subList(last, byRuns.size());
    }

    /** By what the last of them was charged. */
    static ByRun newest(List<Charge> of) {
        return of.stream()
                .filter(charge -> charge.kind() != Kind.BORNE_BY_OTHERS)
                .map(Charge::by)
                .filter(by -> by != null)
                .reduce((first, second) -> second)
                .orElse(new ByRun(Said.NOTHING, Instant.MIN, 0));
    }
}
