package org.zhubao.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;

/** A clerk begins with the policy of the year before, writes, proves and submits; a reviewer publishes. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class DraftScreensTests {

    private static final String SHIPPED = PolicyTexts.resource("policies/610922/2021-enrolment.yaml");

    @Autowired
    private MockMvc mvc;

    private String county;

    @BeforeAll
    void aCounty(@Autowired CountySeasons counties) {
        county = counties.fresh(2021).code();
    }

    @Test
    void nextYearsDraftKeepsEverythingButTheYearAndListsWhatToLookThrough() throws Exception {
        String draft = begin("shiquan-2021", "next-" + county, "2022");

        page(draft)
                .andExpect(content()
                        .string(allOf(
                                containsString("benefit-years: 2022"),
                                containsString("region: " + county),
                                containsString("请核对"))));
        mvc.perform(get(draft + "/differences").with(SignedIn.as(Role.CLERK, county)))
                .andExpect(content().string(allOf(containsString("有 3 处不同"), containsString("2022"))));
    }

    @Test
    void aBlankPageSaysWhatIsMissing() throws Exception {
        String draft = begin("", "blank-" + county, "2022");

        page(draft).andExpect(content().string(containsString("参数“premium”还没有填写")));
        send(draft + "/proof", Role.CLERK, "text", "").andExpect(status().is3xxRedirection());
        page(draft).andExpect(content().string(containsString("起草中")));
    }

    @Test
    void aFormThatIsWrongComesBackWithWhatWasTyped() throws Exception {
        mvc.perform(post("/policies/drafts")
                        .param("base", "shiquan-2021")
                        .param("region", "5104")
                        .param("benefitYear", "22")
                        .param("name", "Nicht So")
                        .with(csrf())
                        .with(SignedIn.as(Role.CLERK, county)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("请选择您权限范围内的地方"),
                                containsString("请写四位数的年度"),
                                containsString("Nicht So"))));
    }

    @Test
    void aMistakeIsShownAtItsLineWhileOneWrites() throws Exception {
        String draft = begin("shiquan-2021", "mistake-" + county, "2023");
        String mistaken = text(2023, "mistake-").replace("ruling: highest-for-all", "ruling: highest-for-al");
        int line = (int) mistaken.substring(0, mistaken.indexOf("highest-for-al}"))
                .lines()
                .count();

        send(draft + "/check", Role.CLERK, "text", mistaken)
                .andExpect(content()
                        .string(allOf(
                                containsString("data-line=\"" + line + "\""),
                                containsString("没有口径“highest-for-al”"),
                                not(containsString("<html")))));
        send(draft + "/check", Role.CLERK, "text", text(2023, "mistake-"))
                .andExpect(content().string(allOf(containsString("没有发现写法上的问题"), containsString("资助标准"))));
    }

    @Test
    void whoSavesSecondIsToldAndKeepsWhatTheyWrote() throws Exception {
        String draft = begin("shiquan-2021", "second-" + county, "2024");
        save(draft, 0, "title: the first").andExpect(redirectedUrl(draft));

        save(draft, 0, "title: the second")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("没有保存"),
                                containsString("title: the second"),
                                containsString("title: the first"))));
    }

    @Test
    void aReviewerPublishesWhatAClerkHasSubmitted() throws Exception {
        String draft = begin("shiquan-2021", "whole-" + county, "2025");
        send(draft + "/proof", Role.CLERK, "x", "").andExpect(redirectedUrl(draft + "/proof"));
        mvc.perform(get(draft + "/proof").with(SignedIn.as(Role.REVIEWER, county)))
                .andExpect(content().string(allOf(containsString("验证范围"), containsString("导出验证表"))));
        String proved = page(draft).andReturn().getResponse().getContentAsString();
        assertThat(proved).contains("提交复核");

        send(draft + "/submission", Role.CLERK, "acknowledged", "true").andExpect(redirectedUrl(draft));
        send(draft + "/publication", Role.CLERK, "x", "").andExpect(status().isForbidden());
        send(draft + "/publication", Role.REVIEWER, "x", "").andExpect(redirectedUrl("/policies"));

        mvc.perform(get("/policies/whole-" + county + "-2025/versions").with(SignedIn.as(Role.FINANCE_OFFICER, county)))
                .andExpect(content().string(allOf(containsString("test-reviewer"), containsString("test-clerk"))));
        mvc.perform(get(draft).with(SignedIn.as(Role.CLERK, county)))
                .andExpect(content().string(allOf(containsString("已发布"), containsString("readonly"))));
    }

    @Test
    void nobodyElseSeesDrafts() throws Exception {
        String draft = begin("shiquan-2021", "hidden-" + county, "2026");

        mvc.perform(get(draft).with(SignedIn.as(Role.CLERK, "510402"))).andExpect(status().isNotFound());
        mvc.perform(get(draft).with(SignedIn.as(Role.TAX_OFFICER, county))).andExpect(status().isForbidden());
        mvc.perform(get("/policies/drafts").with(SignedIn.as(Role.CLERK, "510402")))
                .andExpect(content().string(not(containsString(draft))));
    }

    private String begin(String base, String name, String year) throws Exception {
        return mvc.perform(post("/policies/drafts")
                        .param("base", base)
                        .param("region", county)
                        .param("benefitYear", year)
                        .param("name", name)
                        .with(csrf())
                        .with(SignedIn.as(Role.CLERK, county)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private String text(int year, String name) {
        return SHIPPED.replaceFirst("policy: .*", "policy: " + name + county)
                .replaceFirst("region: .*", "region: " + county)
                .replaceFirst("benefit-years: .*", "benefit-years: " + year);
    }

    private ResultActions page(String draft) throws Exception {
        return mvc.perform(get(draft).with(SignedIn.as(Role.CLERK, county))).andExpect(status().isOk());
    }

    private ResultActions save(String draft, int version, String text) throws Exception {
        return mvc.perform(post(draft)
                .param("version", String.valueOf(version))
                .param("text", text)
                .with(csrf())
                .with(SignedIn.as(Role.CLERK, county)));
    }

    private ResultActions send(String address, Role role, String parameter, String value) throws Exception {
        return mvc.perform(post(address).param(parameter, value).with(csrf()).with(SignedIn.as(role, county)));
    }
}
