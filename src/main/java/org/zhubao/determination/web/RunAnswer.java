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
        int personsTotal,
        int personsDone,
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
                run.personsTotal(),
                run.personsDone(),
                run.percent(),
                run.failureReference(),
                sums.stream().map(Count::of).toList(),
                funds);
    }
}
