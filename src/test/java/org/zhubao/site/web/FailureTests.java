package org.zhubao.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.zhubao.support.DatabaseTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A failure of the system itself. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class FailureTests {

    @Autowired
    private ApiProblems problems;

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aProgramGetsAReferenceThatIsInTheLogAndNothingOfTheInside(CapturedOutput log) throws Exception {
        response.setContentType("text/csv");

        problems.resolveException(
                asking("/api/v1/rosters"), response, null, new IllegalStateException("the inside of the machine"));

        JsonNode answer = JsonMapper.shared().readTree(response.getContentAsByteArray());
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.get("code").asString()).isEqualTo("failed");
        assertThat(answer.toString()).doesNotContain("inside", "Exception");
        assertThat(log).contains("Error " + answer.get("reference").asString() + ": 500 at /api/v1/rosters");
    }

    @Test
    void screensAndSignInAreAnsweredElsewhere() {
        assertThat(problems.resolveException(asking("/rosters"), response, null, new IllegalStateException()))
                .isNull();
        assertThat(problems.resolveException(
                        asking("/api/v1/rosters"), response, null, new AccessDeniedException("no")))
                .isNull();
    }

    private static MockHttpServletRequest asking(String path) {
        return new MockHttpServletRequest("GET", path);
    }
}
