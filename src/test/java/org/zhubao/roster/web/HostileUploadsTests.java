package org.zhubao.roster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhubao.account.Role;
import org.zhubao.account.Tokens;
import org.zhubao.roster.excel.HostileFiles;
import org.zhubao.roster.excel.HostileFiles.HostileFile;
import org.zhubao.site.WorkFolder;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Program;
import org.zhubao.support.Program.Answer;
import tools.jackson.databind.JsonNode;

/** Hostile files sent to the server: each is answered soon and in words, and of what is refused nothing stays anywhere. */
@DatabaseTest
class HostileUploadsTests {

    /**
     * Of the processor, for sender, server and reader together. On a machine of its own no file takes five seconds; slower
     * ones, and those beside other tests, take longer, so that only what is out of all proportion fails here.
     */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final String TEMPORARY = "(?i)(roster|poi|excel|xls).*";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private Tokens tokens;

    @Autowired
    private WorkFolder folder;

    @LocalServerPort
    private int port;

    @Test
    void whatIsMadeToHarmIsReadOrRefusedForTheRightReason(@TempDir Path folder) {
        Office office = new Office(counties.fresh(2021));
        SoftAssertions.assertSoftly(softly -> {
            for (HostileFile file : HostileFiles.write(folder)) {
                softly.assertThat(office.send(file.path(), softly))
                        .as(file.name())
                        .isEqualTo(file.answer());
            }
        });
    }

    @Test
    @EnabledIf(value = "corpora", disabledReason = "ZHUBAO_CORPORA names no folder of odd spreadsheets")
    void everyOddFileThatLibrariesKeepForTheirTestsIsAnswered() throws IOException {
        List<String> answers = new ArrayList<>();
        Office office = new Office(counties.fresh(2021));
        try (Stream<Path> files = Files.walk(Path.of(System.getenv("ZHUBAO_CORPORA")))) {
            SoftAssertions.assertSoftly(softly -> files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> answers.add(file.getFileName() + ": " + office.send(file, softly))));
        }
        Files.write(Path.of("target", "hostile-uploads.txt"), answers);
        assertThat(answers).as("files sent").isNotEmpty();
    }

    static boolean corpora() {
        String folder = System.getenv("ZHUBAO_CORPORA");
        return folder != null && !folder.isBlank();
    }

    /** A program of the bureau that hands in lists of civil affairs. */
    private final class Office {

        private final CountySeason season;
        private final Program program;

        Office(CountySeason season) {
            this.season = season;
            this.program = new Program(port, tokens.of(Role.CLERK, season.code()));
        }

        /** @return the code of the refusal, or that it was read */
        String send(Path file, SoftAssertions softly) {
            String name = file.getFileName().toString();
            byte[] content = bytes(file);
            Set<Path> before = temporaryFiles();
            List<Long> stored = stored();
            long begin = MACHINE.getProcessCpuTime();
            Answer answer = program.upload(
                    "/api/v1/rosters",
                    Map.of("division", season.code(), "benefitYear", "2021", "department", "civil-affairs"),
                    "roster" + name.replaceFirst("^[^.]*(?=\\.|$)", "").replaceAll("[^A-Za-z.]", ""),
                    content);
            softly.assertThat(answer.status()).as(name + answer.text()).isIn(202, 413);
            Answer over = answer.status() == 202 ? over(answer.header("Location")) : answer;
            Duration taken = Duration.ofNanos(MACHINE.getProcessCpuTime() - begin);
            softly.assertThat(taken).as(name).isLessThan(LIMIT);
            softly.assertThat(over.text()).as(name).doesNotContain("Exception", "Error", "java.");
            noneStays(name, before);
            if (over.status() == 200 && over.json().get("status").asString().equals("checked")) {
                return HostileFiles.READ;
            }
            softly.assertThat(stored()).as(name).isEqualTo(stored);
            JsonNode refusal = over.status() == 200 ? over.json().get("refusal") : over.json();
            return refusal.get("code").asString();
        }

        private Answer over(String address) {
            return await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> program.get(address),
                            answer -> !answer.json().get("status").asString().equals("reading"));
        }

        /** What is kept of the content of files, of this county alone. */
        private List<Long> stored() {
            return Stream.of(
                            "select count(*) from roster_row where county = ?",
                            "select count(*) from roster_file_part join roster_file f on f.id = file_id where county = ?")
                    .map(count -> database.sql()
                            .sql(count)
                            .param(season.code())
                            .query(Long.class)
                            .single())
                    .toList();
        }
    }

    /** Other programs on the machine may have temporary files, too: theirs go away, forgotten ones would stay. */
    private void noneStays(String name, Set<Path> before) {
        Set<Path> left = new HashSet<>(temporaryFiles());
        left.removeAll(before);
        await(name).atMost(Duration.ofSeconds(20)).until(() -> left.stream().noneMatch(Files::exists));
    }

    /** Ours, those of the spreadsheet libraries, and those of the server for what is being uploaded. */
    private Set<Path> temporaryFiles() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return Stream.of(folder.path(), temporary, temporary.resolve("poifiles"))
                .filter(Files::isDirectory)
                .flatMap(HostileUploadsTests::list)
                .filter(file -> file.startsWith(folder.path())
                        || file.getFileName().toString().matches(TEMPORARY))
                .filter(Files::isRegularFile)
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
