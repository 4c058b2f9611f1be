package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/** The tutorial does what it says: each of its texts can be read, and the last one decides all its cases. */
class TutorialTests {

    private static final Path TUTORIAL = Path.of("docs/policy-tutorial.md");

    static List<String> wholeTexts() throws IOException {
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(TUTORIAL))
                .results()
                .map(MatchResult::group)
                .map(t -> t.substring("```yaml\n".length(), t.length() - 3))
                .filter(t -> t.startsWith("policy:"))
                .toList();
    }

    static Stream<PolicyCase> cases() throws IOException {
        return PolicyCase.in(Files.readString(TUTORIAL));
    }

    @ParameterizedTest
    @MethodSource("wholeTexts")
    void everyStepCanBeRead(String text) {
        assertThat(PolicyTexts.read(text, 2024).problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theWholeTextDecidesEveryCase(PolicyCase wanted) throws IOException {
        wanted.checkAgainst(policy(2));
    }

    @Test
    void theProofFindsWhatTheTutorialSaysItFinds() throws IOException {
        assertThat(Proof.of(policy(1)).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.UNDETERMINED, Kind.UNDETERMINED, Kind.UNDETERMINED);
        assertThat(Proof.of(policy(2)).findings()).isEmpty();
    }

    @Test
    void whatIsAddedOnTheWayStandsInTheWholeText() throws IOException {
        String whole = wholeTexts().get(2);
        assertThat(Files.readString(TUTORIAL)).contains("> 四、同时符合两项的，按金额高的资助。");
        assertThat(whole)
                .contains(
                        "- {highest: any, clause: highest}",
                        "recognised: {to: $cut-off, undated: counts, ruling: undated}");
    }

    @Test
    void theQuotesStandInTheNoticeOfTheTutorial() throws IOException {
        String notice = Files.readString(TUTORIAL)
                .lines()
                .filter(l -> l.startsWith(">"))
                .reduce("", String::concat);
        assertThat(policy(2).clauses()).allSatisfy(c -> assertThat(notice).contains(c.quote()));
    }

    private static Policy policy(int step) throws IOException {
        return PolicyTexts.read(wholeTexts().get(step), 2024).policy().orElseThrow();
    }
}
