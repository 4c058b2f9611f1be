package org.zhubao.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.support.DatabaseTest;

@DatabaseTest
class DivisionsTests {

    @Autowired
    private Divisions divisions;

    /** The annex of Shiquan 2020 No. 47 gives this sum, too. */
    @Test
    void shiquansElevenTownshipsShallEnrolAsManyAsTheAnnexAddsUp() {
        List<Division> townships = divisions.townships("610922");

        assertThat(townships).hasSize(11);
        assertThat(townships.stream().mapToInt(Division::enrolmentTarget).sum()).isEqualTo(154_565);
    }

    @Test
    void aCitysScopeCoversItsCountiesInTheOrderOfTheirCodes() {
        assertThat(divisions.counties(new Scope("5104")))
                .extracting(Division::name)
                .startsWith("东区", "西区", "仁和区", "米易县", "盐边县");
    }

    @Test
    void everywhereIsMoreThanOneCity() {
        assertThat(divisions.counties(new Scope("")))
                .extracting(Division::code)
                .contains("500152", "510421", "533401", "610922")
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({"510421, 510421", "500152, 500152", "50, 500152", "61, 610922"})
    void aScopeCoversTheCountiesBelowItsPrefixOnly(String prefix, String county) {
        assertThat(divisions.counties(new Scope(prefix)))
                .extracting(Division::code)
                .containsExactly(county);
    }

    @Test
    void aTownshipIsNoCounty() {
        assertThat(divisions.counties(new Scope("510421001"))).isEmpty();
        assertThat(divisions.townships("510421"))
                .hasSize(11)
                .allSatisfy(township -> assertThat(township.isCounty()).isFalse())
                .extracting(Division::name)
                .startsWith("攀莲镇");
    }

    @ParameterizedTest
    @CsvSource({
        "5104, 510421, true",
        "510421, 510421, true",
        "510421001, 510421, false",
        "'', 610922, true",
        "5104, 500152, false"
    })
    void aScopeCoversWhatBeginsWithItsPrefix(String prefix, String code, boolean covered) {
        assertThat(new Scope(prefix).covers(code)).isEqualTo(covered);
    }
}
