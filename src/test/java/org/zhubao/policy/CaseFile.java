package org.zhubao.policy;

import java.util.stream.Stream;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Trace;

/** The table of cases of one shipped policy. */
record CaseFile(String policyId, String path) {

    static Stream<CaseFile> all() {
        return Stream.of(
                new CaseFile("panzhihua-hardship-2021", "policies/5104/2021-hardship.md"),
                new CaseFile("panzhihua-disabled-2025", "policies/5104/2025-disabled.md"),
                new CaseFile("tongnan-hardship-2021", "policies/500152/2021-hardship.md"),
                new CaseFile("shangrila-2021", "policies/533401/2021-enrolment.md"),
                new CaseFile("shiquan-2021", "policies/610922/2021-enrolment.md"));
    }

    Policy policy() {
        return PolicyTexts.policy(policyId);
    }

    Stream<PolicyCase> cases() {
        return PolicyCase.in(PolicyTexts.resource(path));
    }

    Stream<Facts> people() {
        return cases().map(PolicyCase::facts);
    }

    Stream<Trace> traces() {
        return people().map(p -> policy().determine(p).trace());
    }

    @Override
    public String toString() {
        return policyId;
    }
}
