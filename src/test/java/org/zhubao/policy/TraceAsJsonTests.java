package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Profile;
import org.zhubao.rules.Trace;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes are stored with their profile and trace, and must come back as they were. */
class TraceAsJsonTests {

    private final JsonMapper json = new JsonMapper();

    static Stream<Facts> persons() {
        return PolicyCase.in(PolicyTexts.resource("policies/5104/2025-disabled.md"))
                .map(PolicyCase::facts);
    }

    @ParameterizedTest
    @MethodSource("persons")
    void aTraceAndAProfileSurviveStorage(Facts facts) {
        Policy policy = PolicyTexts.policy("panzhihua-disabled-2025");
        Trace trace = policy.determine(facts).trace();
        assertThat(json.readValue(json.writeValueAsString(trace), Trace.class)).isEqualTo(trace);
        Profile profile = policy.profile(facts);
        assertThat(json.readValue(json.writeValueAsString(profile), Profile.class))
                .isEqualTo(profile);
    }
}
