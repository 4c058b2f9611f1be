package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.zhubao.roster.RosterFileRefused;

/** Every odd file that spreadsheet libraries keep for their own tests ends in an answer. */
@EnabledIf(value = "corpora", disabledReason = "ZHUBAO_CORPORA names no folder of odd spreadsheets")
class HostileFilesTests {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void everyOddFileIsReadOrRefusedInTimeAndLeavesNothingBehind() throws IOException {
        Set<Path> before = temporaryFiles();
        List<String> answers = new ArrayList<>();
        for (Path file : files()) {
            answers.add(file.getFileName() + ": " + assertTimeoutPreemptively(LIMIT, () -> answer(file)));
        }
        assertThat(answers).isNotEmpty().noneMatch(answer -> answer.endsWith("ERROR"));
        assertThat(temporaryFiles()).as("temporary files").isEqualTo(before);
        Files.write(Path.of("target", "hostile-files.txt"), answers);
    }

    private static String answer(Path file) {
        try {
            return "read, rows "
                    + Reading.of(file, Expectations.civilAffairs()).rows().size();
        } catch (RosterFileRefused refused) {
            return refused.code() + " " + refused.arguments();
        } catch (Throwable e) {
            return e + " ERROR";
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder().orElseThrow())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("(?i).*(poi|excel|xls).*"))
                    .collect(Collectors.toSet());
        }
    }

    static boolean corpora() {
        return folder().isPresent();
    }

    private static Optional<Path> folder() {
        return Stream.of(System.getProperty("ZHUBAO_CORPORA"), System.getenv("ZHUBAO_CORPORA"))
                .filter(name -> name != null && !name.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }
}
