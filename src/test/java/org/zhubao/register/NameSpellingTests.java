package org.zhubao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameSpellingTests {

    @Test
    void aNameIsSpelledFromEachOfItsCharactersOn() {
        assertThat(NameSpelling.terms("王小明"))
                .containsExactlyInAnyOrder("王小明", "小明", "明", "wangxiaoming", "xiaoming", "ming", "wxm", "xm", "m");
    }

    @Test
    void everyReadingOfASurnameIsMeant() {
        assertThat(NameSpelling.terms("曾吕")).contains("zenglv", "cenglv", "zl", "cl");
        assertThat(NameSpelling.terms("单于")).contains("chanyu", "shanyu", "danyu");
    }

    @Test
    void whatHasNoReadingStandsForItself() {
        assertThat(NameSpelling.terms("A李")).contains("a李", "ali", "al");
        assertThat(NameSpelling.terms("𠮷野")).contains("𠮷野", "𠮷ye", "ye");
        assertThat(NameSpelling.terms("")).isEmpty();
    }

    /** A cell may hold as many characters, and thousands of names are spelled at once. */
    @Test
    void whatIsNoNameAnyMoreTakesLittleRoom() {
        for (String name : List.of("行".repeat(32_000), "王".repeat(32_000), "x".repeat(32_000))) {
            assertThat(String.join(" ", NameSpelling.terms(name))).hasSizeLessThan(200_000);
        }
    }

    @Test
    void aLongNameOfManyReadingsHasNoEndlessList() {
        assertThat(NameSpelling.terms("行行行行行行行行行行行行")).hasSizeLessThan(1000);
    }
}
