package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code docs/policy-language.md} use only keys the reader knows. */
class LanguageReferenceTests {

    private static final List<String> WRONG =
            List.of("key-unknown", "key-twice", "keys-expected", "not-yaml", "one-of-these-keys");

    static List<String> examples() throws IOException {
        String reference = Files.readString(Path.of("docs/policy-language.md"));
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(reference)
                .results()
                .map(MatchResult::group)
                .map(e -> e.substring(8, e.length() - 3))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleUsesOnlyWhatTheReaderKnows(String example) {
        String text = example.startsWith("pays:") || example.startsWith("funds:\n  -")
                ? "standards:\n  a:\n    " + example.replace("\n", "\n    ")
                : example;
        assertThat(PolicyTexts.read(text, 2021).problems())
                .filteredOn(p -> WRONG.contains(p.code()))
                .isEmpty();
    }

    @Test
    void thereIsAnExampleForEachSection() throws IOException {
        String all = String.join("\n", examples());
        assertThat(List.of(
                        "documents:",
                        "clauses:",
                        "rulings:",
                        "values:",
                        "facts:",
                        "identities:",
                        "premium:",
                        "funds:",
                        "standards:",
                        "overlap:",
                        "bounds:",
                        "settlement:",
                        "calendar:"))
                .allMatch(all::contains);
    }
}
