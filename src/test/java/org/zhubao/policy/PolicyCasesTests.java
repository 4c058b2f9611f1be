package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Policy;

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
        Policy policy = PolicyTexts.policy(policyId);
        Determination actual = policy.determine(wanted.facts());
        String outcome =
                actual instanceof Granted ? "granted" : "R" + actual.reason().code();
        assertThat(outcome).as("%s", actual).isEqualTo(wanted.outcome());
        if (actual instanceof Granted granted) {
            assertThat(granted.paidAs()).isEqualTo(wanted.paidAs());
            assertThat(granted.subsidy()).hasToString(wanted.subsidy());
            assertThat(granted.payable()).hasToString(wanted.payable());
            assertThat(granted.shares().stream().map(s -> s.fund() + " " + s.amount()))
                    .containsExactlyElementsOf(wanted.shares());
        }
        assertThat(actual.trace().decidedBy()).containsAll(wanted.restsOn());
    }
}
