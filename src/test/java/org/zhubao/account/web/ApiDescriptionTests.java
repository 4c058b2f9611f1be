package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhubao.account.Role;
import org.zhubao.account.Tokens;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Program;
import tools.jackson.databind.JsonNode;

/** The description of the interface says all there is, and is for those who may use it. */
@DatabaseTest
class ApiDescriptionTests {

    @Autowired
    private Tokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @LocalServerPort
    private int port;

    @Test
    void everyCallStandsInTheDescription() {
        JsonNode paths = description().get("paths");
        Set<String> described = new TreeSet<>();
        paths.properties().forEach(path -> path.getValue()
                .properties()
                .forEach(call -> described.add(call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));

        Set<String> calls = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/v1/"))
                .forEach(path ->
                        mapping.getMethodsCondition().getMethods().forEach(method -> calls.add(method + " " + path))));
        assertThat(described).isEqualTo(calls).hasSizeGreaterThan(10);
    }

    @Test
    void everyCallSaysWhatItDoesAndHowItRefuses() {
        description()
                .get("paths")
                .forEach(path -> path.forEach(call -> {
                    assertThat(call.path("summary").asString(""))
                            .as(call.toString())
                            .isNotBlank();
                    assertThat(call.get("responses")
                                    .get("default")
                                    .get("content")
                                    .has("application/problem+json"))
                            .isTrue();
                }));
    }

    @Test
    void whatMakesOrTakesInSomethingSaysWithWhichStatus() {
        JsonNode paths = description().get("paths");
        for (String takenIn : List.of("rosters", "payments", "determination-runs")) {
            assertThat(statuses(paths, takenIn)).as(takenIn).contains("202").doesNotContain("200");
        }
        for (String made : List.of("mark-pushes", "reconciliations", "settlement-sheets")) {
            assertThat(statuses(paths, made)).as(made).contains("201").doesNotContain("200");
        }
    }

    private static Set<String> statuses(JsonNode paths, String call) {
        return Set.copyOf(
                paths.get("/api/v1/" + call).get("post").get("responses").propertyNames());
    }

    @Test
    void theCallerNamesCountyAndYearAndNeverThemselves() {
        JsonNode upload = description().get("paths").get("/api/v1/rosters").get("post");

        assertThat(upload.get("parameters").valueStream().map(p -> p.get("name").asString()))
                .contains("division", "benefitYear", "Idempotency-Key")
                .doesNotContain("user", "workplace");
    }

    @Test
    void aStrangerDoesNotSeeIt() {
        assertThat(new Program(port, "").get("/v3/api-docs").status()).isEqualTo(401);
    }

    private JsonNode description() {
        return new Program(port, tokens.of(Role.AUDITOR, "5104"))
                .get("/v3/api-docs")
                .json();
    }
}
