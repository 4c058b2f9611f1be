package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackTests {

    @Test
    void keepsThePathAndItsFilters() {
        assertThat(Back.path("http://host:8080/people?q=%E7%8E%8B&page=2", "")).isEqualTo("/people?q=%E7%8E%8B&page=2");
        assertThat(Back.path("http://host/zhubao/people", "/zhubao")).isEqualTo("/people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host//evil.example/x", "mailto:a@b", "not an address", "http://host", ""})
    void neverLeadsElsewhere(String referer) {
        assertThat(Back.path(referer, "")).isEqualTo("/");
    }

    @Test
    void withoutAPageBeforeItLeadsHome() {
        assertThat(Back.path(null, "")).isEqualTo("/");
    }
}
