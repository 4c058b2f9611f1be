package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.rules.Policy;
import org.zhubao.support.SeasonTable;
import org.zhubao.support.SeasonTable.Line;

/** The table of the rules of timing names tests and lines of seasons that are there, and every notice has its cut-off. */
class TimingTableTests {

    private static final Path TESTS = Path.of("src/test/java");
    private static final Path SEASONS = Path.of("src/test/resources/seasons");

    private final List<Line> table = SeasonTable.of("timing.md", "rule");

    @Test
    void everyRuleIsShownBySomethingThatIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Line line : table) {
            if (!isThere(line.cell("shown by"))) {
                missing.add(line.cell("shown by"));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyClauseIsOneOfItsNotice() {
        assertThat(table).filteredOn(line -> !line.cell("clause").isEmpty()).allSatisfy(line -> assertThat(
                        policy(line).clause(line.cell("clause")))
                .as("%s", line)
                .isPresent());
    }

    @Test
    void everyNoticeThatIsShippedIsInIt() {
        Set<String> notices = table.stream().map(line -> line.cell("notice")).collect(Collectors.toSet());

        assertThat(notices).containsExactlyInAnyOrderElementsOf(NOTICES);
    }

    private static final List<String> NOTICES =
            List.of("5104-2021", "5104-2025", "500152-2021", "533401-2021", "610922-2021");

    private static Policy policy(Line line) {
        return PolicyTexts.policy(
                switch (line.cell("notice")) {
                    case "5104-2021" -> "panzhihua-hardship-2021";
                    case "5104-2025" -> "panzhihua-disabled-2025";
                    case "500152-2021" -> "tongnan-hardship-2021";
                    case "533401-2021" -> "shangrila-2021";
                    default -> "shiquan-2021";
                });
    }

    /** The name of a test, or a line of a season's file with these words. */
    private static boolean isThere(String shown) throws IOException {
        String[] words = shown.split(" ", 2);
        if (words[0].endsWith(".md")) {
            return Files.readAllLines(SEASONS.resolve(words[0])).stream()
                    .anyMatch(text -> text.startsWith("|") && text.contains(words[1]));
        }
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Tests.java")).toList()) {
                if (Files.readString(file).contains("void " + shown + "(")) {
                    return true;
                }
            }
        }
        return false;
    }
}
