package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Refused;
import org.zhubao.support.SampleSeason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every person of the sample counties gets what the notice of the county gives them, to the fen. */
class SampleDeterminationsTests {

    private final JsonMapper json = new JsonMapper();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "panzhihua2021, panzhihua-hardship-2021",
        "tongnan2021, tongnan-hardship-2021",
        "panzhihua2025, panzhihua-disabled-2025",
        "shangrila2021, shangrila-2021",
        "shiquan2021, shiquan-2021"
    })
    void everySamplePersonGetsWhatTheNoticeGivesThem(String samples, String policyId) {
        Policy policy = PolicyTexts.policy(policyId);
        JsonNode people = json.readTree(PolicyTexts.resource("samples/" + samples + "/expected.json"))
                .get("determinations");
        String more = "samples/" + samples + "/facts.json";
        JsonNode facts = getClass().getResource("/" + more) == null
                ? json.createObjectNode()
                : json.readTree(PolicyTexts.resource(more));
        assertThat(people.size()).isGreaterThan(200);
        people.properties().forEach(person -> {
            Facts known = facts(person.getValue(), facts.path(person.getKey()));
            assertAsExpected(policy.determine(known), person.getValue());
        });
    }

    private static Facts facts(JsonNode person, JsonNode more) {
        Map<String, String> values = new LinkedHashMap<>();
        if (person.get("student").asBoolean()) {
            values.put("student", "yes");
        }
        Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
        more.properties().forEach(p -> {
            String[] name = p.getKey().split("\\.");
            if (name.length == 1) {
                values.put(name[0], p.getValue().asString());
            } else {
                attributes
                        .computeIfAbsent(name[0], i -> new LinkedHashMap<>())
                        .put(name[1], p.getValue().asString());
            }
        });
        List<Held> held = new ArrayList<>();
        for (JsonNode code : person.get("held")) {
            String identity = SampleSeason.IDENTITIES.get(code.asString());
            held.add(new Held(identity, attributes.getOrDefault(identity, Map.of()), null));
        }
        return new Facts(LocalDate.parse(person.get("birth").asString()), held, values);
    }

    private static void assertAsExpected(Determination actual, JsonNode expected) {
        String outcome = expected.get("outcome").asString();
        if (outcome.equals("granted")) {
            assertThat(actual).as("%s", expected).isInstanceOf(Granted.class);
            assertGranted((Granted) actual, expected);
        } else {
            assertThat(actual.outcome())
                    .as("%s", expected)
                    .isEqualTo(outcome.equals("review") ? Outcome.NEEDS_REVIEW : Outcome.REFUSED);
        }
        if (outcome.equals("refused")) {
            assertThat(((Refused) actual).premium().fen())
                    .isEqualTo(expected.get("premium").asLong());
        }
    }

    private static void assertGranted(Granted granted, JsonNode expected) {
        assertThat(granted.subsidy().fen())
                .as("%s", expected)
                .isEqualTo(expected.get("subsidy").asLong());
        if (expected.has("premium")) {
            assertThat(granted.premium().fen())
                    .isEqualTo(expected.get("premium").asLong());
            assertThat(granted.payable().fen())
                    .isEqualTo(expected.get("payable").asLong());
        }
        if (expected.has("shares")) {
            Map<String, Long> shares = new LinkedHashMap<>();
            granted.shares().forEach(s -> shares.put(s.fund(), s.amount().fen()));
            Map<String, Long> wanted = new LinkedHashMap<>();
            expected.get("shares")
                    .properties()
                    .forEach(s -> wanted.put(
                            SampleSeason.FUNDS.get(s.getKey()), s.getValue().asLong()));
            assertThat(shares).as("%s", expected).isEqualTo(wanted);
        }
        String identity = expected.get("identity").asString();
        List<String> paid = identity.equals("RURAL")
                ? List.of()
                : List.of(identity.split("-")).stream()
                        .map(SampleSeason.IDENTITIES::get)
                        .toList();
        assertThat(granted.identities()).as("%s", expected).isEqualTo(paid);
    }
}
