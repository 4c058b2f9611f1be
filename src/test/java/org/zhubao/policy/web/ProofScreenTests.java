package org.zhubao.policy.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.support.DatabaseTest;

@DatabaseTest
class ProofScreenTests {

    private static final String PROOF = "/policies/panzhihua-hardship-2021/proof";

    @Autowired
    private MockMvc mvc;

    @Test
    void theProofQuotesTheSentenceByWhichOneIdentityMorePaysLess() throws Exception {
        mvc.perform(get(PROOF).with(SignedIn.as(Role.CLERK, "5104")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("F405"),
                                containsString("建档立卡 + 特困"),
                                containsString("455.00"),
                                containsString("按建档立卡贫困人员资助参保"),
                                not(containsString("F401")))))
                .andExpect(content().string(containsString("已覆盖全部 209,952 种组合")));
    }

    @Test
    void withoutRulingsItShowsWhatTheTextLeavesOpen() throws Exception {
        mvc.perform(get(PROOF + "?textAlone=true").with(SignedIn.as(Role.REVIEWER, "5104")))
                .andExpect(content()
                        .string(allOf(
                                containsString("F401"),
                                containsString("边缘户 + 低保"),
                                containsString("扶贫开发部门认定的边缘户，按城乡居民"))));
    }

    @Test
    void yearsWithoutAPolicyAreShown() throws Exception {
        mvc.perform(get("/policies/panzhihua-disabled-2025/proof").with(SignedIn.as(Role.AUDITOR, "5104")))
                .andExpect(content()
                        .string(allOf(containsString("F410"), containsString("2022"), containsString("2024"))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLERK", "REVIEWER", "AUDITOR"})
    void thePolicyLeadsToItsProof(Role role) throws Exception {
        mvc.perform(get("/policies/shiquan-2021").with(SignedIn.as(role, "610922")))
                .andExpect(content().string(containsString("href=\"/policies/shiquan-2021/proof\"")));
    }

    @Test
    void othersSeeNoProof() throws Exception {
        mvc.perform(get(PROOF).with(SignedIn.as(Role.FINANCE_OFFICER, "5104"))).andExpect(status().isForbidden());
        mvc.perform(get("/policies/shiquan-2021").with(SignedIn.as(Role.FINANCE_OFFICER, "610922")))
                .andExpect(content().string(not(containsString("/proof"))));
    }

    @Test
    void aPolicyThatIsNotThereHasNoProof() throws Exception {
        mvc.perform(get("/policies/nowhere-2021/proof").with(SignedIn.as(Role.CLERK, "5104")))
                .andExpect(status().isNotFound());
    }
}
