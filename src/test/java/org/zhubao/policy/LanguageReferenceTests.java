package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;
import org.zhubao.rules.Reason;

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
    void theOverlapExampleIsFreeOfFindings() throws IOException {
        String overlap = examples().stream()
                .filter(e -> e.startsWith("overlap:") && e.contains("registered-poor"))
                .findFirst()
                .orElseThrow();
        Map<String, String> certifiers = Map.of(
                "registered-poor", "poverty 200",
                "severely-disabled", "disabled 300",
                "moderately-disabled", "disabled 150",
                "destitute-support", "civil-affairs 400",
                "subsistence-allowance", "civil-affairs 250",
                "orphan", "civil-affairs 220",
                "marginal-household", "poverty 150");
        StringBuilder identities = new StringBuilder("identities: {");
        StringBuilder standards = new StringBuilder("standards: {");
        certifiers.forEach((code, by) -> {
            String[] office = by.split(" ");
            identities.append("%1$s: {name: %1$s, certifier: %2$s, wordings: [%1$s], clause: highest}, "
                    .formatted(code, office[0]));
            standards.append("s-%1$s: {name: %1$s, for: %1$s, pays: {fixed: %2$s}, funds: county, clause: highest}, "
                    .formatted(code, office[1]));
        });
        String clause = ": {document: notice, article: 一, quote: 引文}, ";
        String ruling = ": {silent: 甲, decided: 乙, by: 丙, on: 2020-01-01, because: 丁}, ";
        Proof proof = Proof.of(PolicyDraft.draft()
                .with("clauses: {" + String.join(clause, "poverty-first", "severe-next", "civil-first", "highest", "}"))
                .with("rulings: {" + String.join(ruling, "order", "same-amount", "}"))
                .with("premium: {components: {basic: 基本}, rates: [{amounts: {basic: 400}, clause: highest}]}")
                .with("funds: {county: {name: 县, clause: highest}}")
                .with(identities + "}")
                .with(standards + "}")
                .with(overlap)
                .policy());
        assertThat(proof.findings()).extracting(Finding::kind).containsOnly(Finding.Kind.INVERTED);
    }

    @Test
    void theExampleOfPayingBeforeMeetingTheConditionsDecidesByTheTwoDays() throws IOException {
        String example = examples().stream()
                .filter(e -> e.contains("paid-before-eligible"))
                .reduce((first, last) -> last)
                .orElseThrow();
        int identities = example.indexOf("identities:");
        String clause = ": {document: notice, article: 一, quote: 引文}, ";
        String ruling = ": {silent: 甲, decided: 乙, by: 丙, on: 2020-01-01, because: 丁}, ";
        Policy policy = PolicyDraft.draft()
                .with("clauses: {" + String.join(clause, "c", "who", "not-eligible", "}"))
                .with("rulings: {" + String.join(ruling, "r", "nothing-paid-yet", "list-is-complete", "}"))
                .with(example.substring(0, identities))
                .with(example.substring(identities))
                .standards("a: for: disabled, pays: full, funds: county")
                .policy();
        Held held = new Held("disabled", Map.of(), LocalDate.of(2020, 10, 10));
        assertThat(reason(policy, held, "2020-10-10")).isEqualTo(Reason.GRANTED);
        assertThat(reason(policy, held, "2020-10-09")).isEqualTo(Reason.PAID_BEFORE_ELIGIBLE);
        assertThat(reason(policy, held, null)).isEqualTo(Reason.GRANTED);
        assertThat(reason(policy, Held.of("disabled"), "2020-10-09")).isEqualTo(Reason.GRANTED);
    }

    private static Reason reason(Policy policy, Held held, @Nullable String paidOn) {
        Map<String, String> values = paidOn == null ? Map.of() : Map.of("paid-on", paidOn);
        return policy.determine(new Facts(null, List.of(held), values)).reason();
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
