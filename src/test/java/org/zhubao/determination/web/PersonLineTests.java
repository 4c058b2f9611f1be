package org.zhubao.determination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.determination.DeterminedPerson;
import org.zhubao.rules.Outcome;
import tools.jackson.databind.json.JsonMapper;

/** One line of the export, in both forms. */
class PersonLineTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@x", "-2", "+3"})
    void aNameLikeAFormulaIsUnchangedInEitherForm(String name) {
        PersonLine line = named(name);

        assertThat(line.cells().get(PersonLine.HEADINGS.indexOf("name"))).isEqualTo(name);
        assertThat(JsonMapper.shared().valueToTree(line).get("name").asString()).isEqualTo(name);
    }

    @Test
    void everyHeadingHasItsCell() {
        PersonLine line = named("王小明");

        assertThat(line.cells()).hasSameSizeAs(PersonLine.HEADINGS).contains("王小明", "40000", "federation:28000");
        assertThat(JsonMapper.shared().valueToTree(line).propertyNames())
                .containsExactlyInAnyOrderElementsOf(PersonLine.HEADINGS);
    }

    private static PersonLine named(String name) {
        return PersonLine.of(
                new UUID(0, 1),
                new DeterminedPerson(
                        new UUID(0, 2),
                        "510421********1234",
                        name,
                        null,
                        Outcome.GRANTED,
                        100,
                        "disabled",
                        null,
                        "half",
                        40_000,
                        28_000,
                        12_000,
                        Map.of("federation", 28_000L)));
    }
}
