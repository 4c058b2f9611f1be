package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/** Rules of other parts of the country, written from the language reference alone: no region needs a change of code. */
class OtherRegionsTests {

    /** Each text with the benefit year its cases are of. */
    private static final List<String> REGIONS = List.of(
            "two-tiers-with-care 2024",
            "income-bands-and-residents 2023",
            "phase-out 2023",
            "recognised-and-paid 2022",
            "stacking 2021",
            "waterfall-by-county 2022",
            "newborns-and-students 2022",
            "ordered-not-monotone 2023",
            "window-and-movers 2025",
            "classes-and-county-shares 2024",
            "herders-adding-up 2022",
            "three-tiers-and-permits 2024",
            "pairs-and-categories 2023",
            "own-payment-after-others 2023");

    static Stream<Arguments> cases() {
        return REGIONS.stream()
                .flatMap(region -> PolicyCase.in(PolicyTexts.resource("regions/" + region.split(" ")[0] + ".md"))
                        .map(wanted -> Arguments.of(region, wanted)));
    }

    static Stream<String> regions() {
        return REGIONS.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void decidesAsTheTableSays(String region, PolicyCase wanted) {
        wanted.checkAgainst(policy(region));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void nothingIsLeftUndecided(String region) {
        assertThat(Proof.of(policy(region)).findings())
                .filteredOn(f -> f.kind().isDefect() && f.kind() != Finding.Kind.BOUND_BROKEN)
                .as(region)
                .isEmpty();
    }

    private static Policy policy(String region) {
        String[] nameAndYear = region.split(" ");
        PolicyReading reading = PolicyTexts.read(
                PolicyTexts.resource("regions/" + nameAndYear[0] + ".yaml"), Integer.parseInt(nameAndYear[1]));
        assertThat(reading.problems()).isEmpty();
        return reading.policy().orElseThrow();
    }
}
