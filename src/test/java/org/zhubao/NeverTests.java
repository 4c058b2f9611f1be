package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The nevers, each kept by the product and each shown to catch a planted breach. */
class NeverTests {

    private static final Path SOURCES = Path.of("src");
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhubao");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    @Test
    void personsTheirIdentitiesAndPoliciesAreEntities() {
        assertThat(PRODUCT.stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .filter(type -> type.isAnnotatedWith(Table.class))
                        .map(type -> type.getAnnotationOfType(Table.class).name()))
                .contains("person", "identity_claim", "policy_version");
    }

    @ParameterizedTest
    @EnumSource
    void theProductsCodeNeverDoes(CodeNever never) {
        never.rule.check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void everyPlantedClassIsCaught(CodeNever never) {
        String report = never.rule.evaluate(PLANTED).getFailureReport().toString();
        assertThat(never.breaches).allSatisfy(breach -> assertThat(report).contains("planted." + breach));
    }

    @ParameterizedTest
    @EnumSource
    void noSourceFileEverHolds(SourceNever never) throws IOException {
        List<String> breaches;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            breaches = files.filter(Files::isRegularFile)
                    .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(never::looksAt)
                    .filter(path -> never.isBreachedBy(read(SOURCES.resolve(path))))
                    .toList();
        }
        assertThat(breaches).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPlantedTextIsCaught(SourceNever never) {
        assertThat(never.isBreachedBy(never.breach)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everySourceRuleLooksAtSomething(SourceNever never) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.map(file -> SOURCES.relativize(file).toString().replace('\\', '/')))
                    .anyMatch(never::looksAt);
        }
    }

    @Test
    void theSchemaIsValidatedAndNoSessionStaysOpenInTheView() {
        assertThat(read(Path.of("src/main/resources/application.yaml")))
                .contains("ddl-auto: validate", "open-in-view: false");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
