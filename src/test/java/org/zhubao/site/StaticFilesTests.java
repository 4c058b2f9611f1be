package org.zhubao.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.support.DatabaseTest;

/** Style sheets, scripts, pictures and the list to practise on: where they are, and that nothing else is looked for there. */
@DatabaseTest
class StaticFilesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ResourceUrlProvider files;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/css/zhubao.css",
                "/js/zhubao.js",
                "/images/zhubao.svg",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/practice/civil-affairs-with-mistakes.xlsx"
            })
    void aFileStaysInTheBrowserForAnHour(String file) throws Exception {
        String address = files.getForLookupPath(file);
        mvc.perform(get(address == null ? file : address).with(SignedIn.as(Role.CLERK, "510421")))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "max-age=3600"));
    }

    @Test
    void linksToPagesAreNotLookedForAmongTheFilesOfTheProgram() {
        assertThat(files.getHandlerMap()).doesNotContainKey("/**");
        assertThat(files.getForLookupPath("/css/zhubao.css")).matches("/css/zhubao-[0-9a-f]{32}\\.css");
        assertThat(files.getForLookupPath("/people")).isNull();
    }
}
