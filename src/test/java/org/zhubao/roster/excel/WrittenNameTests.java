package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"扎西·次仁", "扎西•次仁", "扎西・次仁", "扎西･次仁", "扎西．次仁", "扎西.次仁", "扎西 次仁", "扎 西　次仁"})
    void theDotOfATibetanNameMayBeAnyDotOrNone(String written) {
        assertThat(WrittenName.comparable(written)).isEqualTo("扎西次仁");
        assertThat(WrittenName.isDamaged(written)).isFalse();
    }

    @Test
    void widthAndCaseOfLettersMakeNoDifference() {
        assertThat(WrittenName.comparable("ＪＯＨＮ Smith")).isEqualTo(WrittenName.comparable("John SMITH"));
    }

    @Test
    void rareCharactersOutsideTheBasicPlaneAreKept() {
        assertThat(WrittenName.comparable("王\uD842\uDFB7")).isEqualTo("王\uD842\uDFB7");
        assertThat(WrittenName.comparable("王\uE123")).isEqualTo("王\uE123");
        assertThat(WrittenName.isDamaged("王\uD842\uDFB7")).isFalse();
    }

    @Test
    void differentNamesStayDifferent() {
        assertThat(WrittenName.comparable("张三")).isNotEqualTo(WrittenName.comparable("张叁"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"王?", "王？", "王\uFFFD", "张三2", "张*三"})
    void aCharacterThatWasLostIsNoticed(String written) {
        assertThat(WrittenName.isDamaged(written)).isTrue();
    }
}
