package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.Accounts;
import org.zhubao.account.ApiToken;
import org.zhubao.account.ApiTokens;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.UserId;
import org.zhubao.support.DatabaseTest;

/** The administrator's page of a user's tokens. */
@DatabaseTest
class TokenPageTests {

    private static final RequestPostProcessor ADMINISTRATOR = SignedIn.as(Role.ADMINISTRATOR, "5104");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApiTokens tokens;

    private UserId user;
    private String page;

    @BeforeEach
    void aClerk() {
        String username = "p-" + UUID.randomUUID().toString().substring(0, 12);
        user = accounts.create(new NewUser(username, "Test", List.of(Membership.of(Role.CLERK, "5104"))));
        page = "/administration/users/" + user.value() + "/tokens";
    }

    @Test
    void aTokenIsShownOnceAndListedUntilItIsWithdrawn() throws Exception {
        String secret = (String)
                issue("省平台", "510421", "2025-03-31").andReturn().getFlashMap().get("secret");

        assertThat(tokens.signIn(secret)).isPresent();
        ApiToken token = tokens.of(user).get(0);
        assertThat(token.acting()).isEqualTo(Membership.of(Role.CLERK, "510421"));
        mvc.perform(get(page).with(ADMINISTRATOR))
                .andExpect(content().string(containsString("省平台")))
                .andExpect(content().string(containsString("2025-04-01 00:00")))
                .andExpect(content().string(not(containsString(secret))));

        mvc.perform(post(page + "/" + token.id() + "/revocation")
                .with(ADMINISTRATOR)
                .with(csrf()));
        assertThat(tokens.signIn(secret)).isEmpty();
        mvc.perform(get(page).with(ADMINISTRATOR)).andExpect(content().string(containsString("已撤销")));
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsIssued() throws Exception {
        issue("", "510421", "2025-03-31").andExpect(content().string(containsString("请写明用途")));
        issue("省平台", "610922", "2025-03-31").andExpect(content().string(containsString("请选择所选角色区划之内的区划")));
        issue("省平台", "510421", "").andExpect(content().string(containsString("请填写日期")));

        assertThat(tokens.of(user)).isEmpty();
    }

    @Test
    void anAdministratorOfAnotherCityFindsNoSuchUser() throws Exception {
        mvc.perform(get(page).with(SignedIn.as(Role.ADMINISTRATOR, "6109"))).andExpect(status().isNotFound());
        mvc.perform(get(page).with(SignedIn.as(Role.CLERK, "5104"))).andExpect(status().isForbidden());
    }

    private ResultActions issue(String name, String division, String lastDay) throws Exception {
        return mvc.perform(post(page)
                .param("name", name)
                .param("membership", "0")
                .param("division", division)
                .param("lastDay", lastDay)
                .with(ADMINISTRATOR)
                .with(csrf()));
    }
}
