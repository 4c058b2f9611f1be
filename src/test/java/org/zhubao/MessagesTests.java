package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in both languages, is used, and has the same places to be filled in. */
class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");

    /** Keys put together while the program runs from a code: that they exist is a matter of the screens' own tests. */
    private static final List<String> COMPOSED = List.of(
            "audit.action.",
            "audit.damage.",
            "audit.role.",
            "card.alternative.",
            "card.open.",
            "card.value.",
            "category.",
            "certificate.",
            "column.",
            "number-source.",
            "delivery.",
            "after-payment.",
            "card.override.people",
            "verdict.",
            "department.",
            "determination.status.",
            "error.",
            "finding.",
            "format.",
            "grade.",
            "home.role.",
            "home.task.",
            "levy.cause.",
            "levy.change.",
            "levy.delivery.",
            "levy.letter.to.",
            "levy.owner.",
            "levy.push.kind.",
            "levy.stage.",
            "nav.",
            "outcome.",
            "correction.kind.",
            "person.event.",
            "person.moment.",
            "roster.task.",
            "run.cause.",
            "run.change.",
            "policy.construct.",
            "policy.difference.",
            "policy.draft.status.",
            "policy.fund.",
            "policy.overlap.",
            "policy.pays.",
            "policy.problem.",
            "problem.",
            "policy.workbook.",
            "reason.",
            "refusal.",
            "role.",
            "review.",
            "roster.change.",
            "roster.comparison.",
            "roster.kind.",
            "roster.alias.",
            "roster.template.hint.",
            "roster.template.note.",
            "roster.next.",
            "roster.severity.",
            "roster.stage.",
            "roster.status.",
            "settlement.archive.",
            "settlement.cause.",
            "settlement.entry.",
            "settlement.form.",
            "settlement.status.",
            "settlement.verdict.",
            "standing.",
            "trial.shift.",
            "users.state.",
            "visits.");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-z0-9.-]+)[(}]");
    private static final Pattern QUOTED = Pattern.compile("[\"']([a-z0-9]+(?:[.-][a-z0-9-]+)*)[\"']");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(name -> !name.endsWith("_en.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        Properties chinese = load(bundle + ".properties");
        Properties english = load(bundle + "_en.properties");

        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(places(english.getProperty(key)))
                    .as("what is filled into %s", key)
                    .isEqualTo(places(chinese.getProperty(key)));
        }
    }

    /** An apostrophe is printed or swallowed depending on whether something is filled in: ’ has no such trap. */
    @ParameterizedTest
    @MethodSource("bundles")
    void noMessageHasAStraightApostrophe(String bundle) throws IOException {
        for (String file : List.of(bundle + ".properties", bundle + "_en.properties")) {
            Properties messages = load(file);
            assertThat(messages.stringPropertyNames())
                    .as(file)
                    .filteredOn(key -> messages.getProperty(key).contains("'"))
                    .isEmpty();
        }
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (String bundle : bundles().toList()) {
            for (String key : load(bundle + ".properties").stringPropertyNames()) {
                assertThat(seen.add(key)).as("%s, again in %s", key, bundle).isTrue();
            }
        }
    }

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        Set<String> keys = keys();
        for (Path template : files(TEMPLATES, ".html")) {
            assertThat(matches(KEY_IN_TEMPLATE, Files.readString(template)))
                    .as(template.toString())
                    .isSubsetOf(keys);
        }
    }

    @Test
    void everyMessageIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path template : files(TEMPLATES, ".html")) {
            String text = Files.readString(template);
            used.addAll(matches(KEY_IN_TEMPLATE, text));
            used.addAll(matches(QUOTED, text));
        }
        for (Path source : files(SOURCES, ".java")) {
            used.addAll(matches(QUOTED, Files.readString(source)));
        }
        Set<String> unused = keys();
        unused.removeAll(used);
        unused.removeIf(key -> COMPOSED.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    @Test
    void theApplicationReadsEveryBundle() throws IOException {
        String configuration = Files.readString(Path.of("src/main/resources/application.yaml"));

        assertThat(bundles())
                .allSatisfy(bundle -> assertThat(configuration).containsPattern("messages/" + bundle + "[,\\n]"));
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : bundles().toList()) {
            keys.addAll(load(bundle + ".properties").stringPropertyNames());
        }
        return keys;
    }

    private static Properties load(String file) throws IOException {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(MESSAGES.resolve(file)));
        return properties;
    }

    private static Set<String> places(String message) {
        return matches(PLACE, message);
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
