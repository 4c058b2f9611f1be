package org.zhubao.policy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The case tables beside the policies: every clause, every pair, every day on which something changes. */
class PolicyCasesTests {

    static Stream<Arguments> cases() {
        return CaseFile.all().flatMap(file -> file.cases().map(c -> Arguments.of(file.policyId(), c)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void decidesAsTheTableSays(String policyId, PolicyCase wanted) {
        wanted.checkAgainst(PolicyTexts.policy(policyId));
    }
}
