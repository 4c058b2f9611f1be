package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.OverlapRule;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Standard;
import org.zhubao.rules.Trace;

/** The case tables leave nothing out: no standard, no rule, no pair of identities and no day on which something changes. */
class CaseFilesTests {

    static Stream<CaseFile> files() {
        return CaseFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyIdentityAndEveryStandardHasACase(CaseFile file) {
        Policy policy = file.policy();
        assertThat(candidates(file).map(Trace.Candidate::standard).collect(Collectors.toSet()))
                .containsAll(policy.standards().stream()
                        .filter(s -> !s.parts().isEmpty())
                        .map(Standard::id)
                        .toList());
        assertThat(file.people().flatMap(p -> p.held().stream()).map(Held::identity))
                .containsAll(policy.identities().stream().map(Identity::code).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyOverlapRuleDecidesACase(CaseFile file) {
        Set<List<String>> decisive = file.traces()
                .flatMap(t -> t.displaced().stream())
                .map(Trace.Displaced::basis)
                .collect(Collectors.toSet());
        assertThat(decisive)
                .containsAll(file.policy().provisions().overlap().rules().stream()
                        .map(OverlapRule::basis)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPairOfIdentitiesHasACase(CaseFile file) {
        List<String> codes =
                file.policy().identities().stream().map(Identity::code).toList();
        Set<Set<String>> held = file.people()
                .map(p -> p.held().stream().map(Held::identity).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        List<Set<String>> missing = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            for (int j = i + 1; j < codes.size(); j++) {
                if (!held.contains(Set.of(codes.get(i), codes.get(j)))) {
                    missing.add(new TreeSet<>(Set.of(codes.get(i), codes.get(j))));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyDayOnWhichSomethingChangesHasThreeCases(CaseFile file) {
        Policy policy = file.policy();
        assertCases(policy.birthDateBreaks(), file.people().map(Facts::birthDate));
        assertCases(
                policy.recognisedOnBreaks(),
                file.people().flatMap(p -> p.held().stream()).map(Held::recognisedOn));
        policy.factBreaks()
                .forEach((fact, days) -> assertCases(
                        days,
                        file.people()
                                .map(p -> p.values().get(fact))
                                .filter(Objects::nonNull)
                                .map(LocalDate::parse)));
    }

    /** The last day of the one band, the first day of the next, and another day beside them. */
    private static void assertCases(List<LocalDate> breaks, Stream<@Nullable LocalDate> daysOfCases) {
        Set<LocalDate> days = daysOfCases.filter(Objects::nonNull).collect(Collectors.toSet());
        for (LocalDate day : breaks) {
            assertThat(days).contains(day.minusDays(1), day).containsAnyOf(day.minusDays(2), day.plusDays(1));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyExclusionHasACase(CaseFile file) {
        Policy policy = file.policy();
        Set<Integer> reasons = Stream.concat(
                        policy.provisions().exclusions().stream(),
                        policy.identities().stream().flatMap(i -> i.exclusions().stream()))
                .map(e -> e.reason().code())
                .collect(Collectors.toSet());
        assertThat(file.cases().map(c -> c.outcome()).collect(Collectors.toSet()))
                .containsAll(reasons.stream().map(r -> "R" + r).toList());
    }

    private static Stream<Trace.Candidate> candidates(CaseFile file) {
        return file.traces().flatMap(t -> t.candidates().stream());
    }
}
