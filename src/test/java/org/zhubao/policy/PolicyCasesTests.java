package org.zhubao.policy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The case tables beside the policies: every clause, every pair, every day on which something changes. */
class PolicyCasesTests {

    static Stream<Arguments> cases() {
        return Stream.of(
                        "panzhihua-hardship-2021 policies/5104/2021-hardship.md",
                        "panzhihua-disabled-2025 policies/5104/2025-disabled.md",
                        "tongnan-hardship-2021 policies/500152/2021-hardship.md",
                        "shangrila-2021 policies/533401/2021-enrolment.md",
                        "shiquan-2021 policies/610922/2021-enrolment.md")
                .map(p -> p.split(" "))
                .flatMap(p -> PolicyCase.in(PolicyTexts.resource(p[1])).map(c -> Arguments.of(p[0], c)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void decidesAsTheTableSays(String policyId, PolicyCase wanted) {
        wanted.checkAgainst(PolicyTexts.policy(policyId));
    }
}
