package org.zhubao.determination.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhubao.determination.DeterminationDesk.FundSum;
import org.zhubao.determination.DeterminationDesk.Sum;
import org.zhubao.determination.Run;

/**
 * A run as programs get it.
 *
 * @param policyDigest SHA-256 of the policy text it used
 * @param status waiting, running, finished or failed
 * @param publishedAt null while it is neither pushed nor settled
 * @param personsChanged how many it looked at anew, going on from the run before; null when that is everybody
 * @param digest the same for two runs that come to the same for the same people
 * @param failureReference number under which the log tells why it failed
 * @param counts people by outcome and identity; empty before the run has finished
 * @param funds what each fund bears; likewise
 */
record RunAnswer(
        UUID id,
        String division,
        int benefitYear,
        String policy,
        String policyVersion,
        String policyDigest,
        Instant asKnownOn,
        String status,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        int personsTotal,
        int personsDone,
        @Nullable Integer personsChanged,
        @Nullable String digest,
        int percent,
        @Nullable String failureReference,
        List<Count> counts,
        List<FundSum> funds) {

    /** @param outcome granted, refused or review */
    record Count(String outcome, @Nullable String identity, @Nullable String paidAs, int persons, long subsidyFen) {

        static Count of(Sum sum) {
            return new Count(sum.outcome().code(), sum.identity(), sum.paidAs(), sum.persons(), sum.subsidyFen());
        }
    }

    static RunAnswer of(Run run, List<Sum> sums, List<FundSum> funds) {
        return new RunAnswer(
                run.id(),
                run.county(),
                run.benefitYear(),
                run.policyId(),
                run.policyVersion(),
                run.policyDigest(),
                run.asKnownOn(),
                run.status().name().toLowerCase(Locale.ROOT),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt(),
                run.publishedBy(),
                run.publishedAt(),
                run.personsTotal(),
                run.personsDone(),
                run.personsChanged(),
                run.digest(),
                run.percent(),
                run.failureReference(),
                sums.stream().map(Count::of).toList(),
                funds);
    }
}
