package org.zhubao.rules.proof;

import java.util.List;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Finding.Result;
import org.zhubao.rules.Granted;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Trace;

/** Puts what comes out of a case in the words of a finding. */
final class Results {

    /** No amount: a person must look first. */
    static final long OPEN = -1;

    private Results() {}

    static Result of(Trace.Candidate candidate) {
        return new Result(
                candidate.identity().isEmpty() ? List.of() : List.of(candidate.identity()),
                List.of(candidate.standard()),
                candidate.subsidyFen(),
                candidate.shares(),
                candidate.basis());
    }

    static Result of(Determination determination) {
        return determination instanceof Granted granted
                ? new Result(
                        granted.identities(),
                        granted.standards(),
                        granted.subsidy().fen(),
                        granted.shares().stream()
                                .map(s -> new Trace.FundFen(s.fund(), s.amount().fen()))
                                .toList(),
                        granted.trace().paid().stream()
                                .flatMap(c -> c.basis().stream())
                                .distinct()
                                .toList())
                : new Result(
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        determination.trace().decidedBy());
    }

    /** In fen; {@link #OPEN} where it is not decided. */
    static long subsidy(Determination determination) {
        if (determination instanceof NeedsReview) {
            return OPEN;
        }
        return determination instanceof Granted granted ? granted.subsidy().fen() : 0;
    }

    /** Its identity, or the standard where that is for everybody. */
    static String name(Trace.Candidate candidate) {
        return candidate.identity().isEmpty() ? candidate.standard() : candidate.identity();
    }

    /** As {@link NeedsReview#open} names it. */
    static String key(Trace.Candidate candidate) {
        return candidate.identity() + "/" + candidate.standard();
    }
}
