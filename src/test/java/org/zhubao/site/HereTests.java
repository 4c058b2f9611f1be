package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class HereTests {

    private final Here here = new Here(request("/people", "q=%E7%8E%8B&page=3&town=1"));

    @Test
    void turningThePageKeepsTheFilters() {
        assertThat(here.with("page", 4)).isEqualTo("/people?q=%E7%8E%8B&town=1&page=4");
    }

    @Test
    void anotherOrderStartsAtTheFirstPage() {
        assertThat(here.with("sort", "name")).isEqualTo("/people?q=%E7%8E%8B&town=1&sort=name");
    }

    private static MockHttpServletRequest request(String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        return request;
    }
}
