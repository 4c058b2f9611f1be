package org.zhubao.policy.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhubao.rules.Coverage;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;
import org.zhubao.rules.Trace;

/**
 * A proof as calls answer it.
 *
 * @param complete whether every combination was covered
 */
record ProofAnswer(String policy, int benefitYear, boolean complete, Coverage coverage, List<FindingAnswer> findings) {

    static ProofAnswer of(Policy policy, Proof proof) {
        return new ProofAnswer(
                policy.id(),
                policy.benefitYear(),
                proof.coverage().isComplete(),
                proof.coverage(),
                proof.findings().stream().map(FindingAnswer::of).toList());
    }

    /** @param code stable number of the kind */
    record FindingAnswer(
            int code,
            String kind,
            boolean defect,
            List<String> about,
            @Nullable PersonAnswer example,
            List<ResultAnswer> results,
            boolean sameAmount,
            List<String> basis,
            long cases) {

        private static FindingAnswer of(Finding finding) {
            Finding.Kind kind = finding.kind();
            return new FindingAnswer(
                    kind.code(),
                    kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    kind.isDefect(),
                    finding.about(),
                    finding.example() == null ? null : PersonAnswer.of(finding.example()),
                    finding.results().stream().map(ResultAnswer::of).toList(),
                    finding.sameAmount(),
                    finding.basis(),
                    finding.cases());
        }
    }

    record PersonAnswer(@Nullable LocalDate birthDate, List<Held> identities, Map<String, String> facts) {

        private static PersonAnswer of(Facts facts) {
            return new PersonAnswer(facts.birthDate(), facts.held(), facts.values());
        }
    }

    record ResultAnswer(
            List<String> identities,
            List<String> standards,
            long subsidyFen,
            List<ShareAnswer> shares,
            List<String> basis) {

        private static ResultAnswer of(Finding.Result result) {
            return new ResultAnswer(
                    result.identities(),
                    result.standards(),
                    result.subsidyFen(),
                    result.shares().stream().map(ShareAnswer::of).toList(),
                    result.basis());
        }
    }

    record ShareAnswer(String fund, long amountFen) {

        static ShareAnswer of(Trace.FundFen share) {
            return new ShareAnswer(share.fund(), share.fen());
        }
    }
}
