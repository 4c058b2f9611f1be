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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Tokens are made by the user they stand for, and by nobody else; an administrator may take them away. */
@DatabaseTest
class TokenPageTests {

    private static final String OWN = "/account/tokens";
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");
    private static final RequestPostProcessor ADMINISTRATOR = SignedIn.as(Role.ADMINISTRATOR, "5104");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApiTokens tokens;

    private UserId user;
    private RequestPostProcessor themselves;
    private String administered;

    @BeforeEach
    void aClerk() {
        user("5104", Role.CLERK);
    }

    private void user(String scope, Role role) {
        String username = "p-" + UUID.randomUUID().toString().substring(0, 12);
        user = accounts.create(new NewUser(username, "Test", List.of(Membership.of(role, scope))));
        themselves = SignedIn.as(accounts.get(user));
        administered = "/administration/users/" + user.value() + "/tokens";
    }

    @Test
    void aTokenIsShownOnceAndListedUntilItIsWithdrawn() throws Exception {
        String secret = issued("省平台", "510421", "2025-03-31");

        assertThat(tokens.signIn(secret)).isPresent();
        ApiToken token = tokens.of(user).get(0);
        assertThat(token.acting()).isEqualTo(Membership.of(Role.CLERK, "510421"));
        mvc.perform(get(OWN).with(themselves))
                .andExpect(content().string(containsString("省平台")))
                .andExpect(content().string(containsString("<td>2025-03-31</td>")))
                .andExpect(content().string(not(containsString("2025-04-01"))))
                .andExpect(content().string(not(containsString(secret))));

        withdraw(OWN, token, themselves).andExpect(status().is3xxRedirection());
        assertThat(tokens.signIn(secret)).isEmpty();
        mvc.perform(get(OWN).with(themselves)).andExpect(content().string(containsString("已撤销")));
    }

    @Test
    void whoWorksInATownshipIssuesATokenForIt() throws Exception {
        user("510421001", Role.TOWNSHIP_OFFICER);

        mvc.perform(get(OWN).with(themselves)).andExpect(content().string(containsString("value=\"510421001\"")));
        assertThat(tokens.signIn(issued("镇平台", "510421001", "2025-03-31"))).isPresent();
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsIssued() throws Exception {
        issue("", "510421", "2025-03-31").andExpect(content().string(containsString("请写明用途")));
        issue("省平台", "610922", "2025-03-31").andExpect(content().string(containsString("请选择所选角色区划之内的区划")));
        issue("省平台", "510421", "").andExpect(content().string(containsString("请填写日期")));

        assertThat(tokens.of(user)).isEmpty();
    }

    @Test
    void anAdministratorSeesThatThereIsATokenAndMayWithdrawItButMakesNone() throws Exception {
        String secret = issued("省平台", "510421", "2025-03-31");

        mvc.perform(get(administered).with(ADMINISTRATOR))
                .andExpect(content().string(containsString("省平台")))
                .andExpect(content().string(not(containsString(secret))))
                .andExpect(content().string(not(containsString("name=\"lastDay\""))));
        mvc.perform(post(administered)
                        .param("name", "x")
                        .param("membership", "0")
                        .param("division", "5104")
                        .param("lastDay", "2025-03-31")
                        .with(ADMINISTRATOR)
                        .with(csrf()))
                .andExpect(status().isMethodNotAllowed());
        assertThat(tokens.of(user)).hasSize(1);

        withdraw(administered, tokens.of(user).get(0), ADMINISTRATOR).andExpect(status().is3xxRedirection());
        assertThat(tokens.signIn(secret)).isEmpty();
    }

    @Test
    void anAdministratorOfAnotherCityFindsNoSuchUserAndTakesNoTokenAway() throws Exception {
        String secret = issued("省平台", "510421", "2025-03-31");
        ApiToken token = tokens.of(user).get(0);
        RequestPostProcessor elsewhere = SignedIn.as(Role.ADMINISTRATOR, "6109");

        mvc.perform(get(administered).with(elsewhere)).andExpect(status().isNotFound());
        withdraw(administered, token, elsewhere).andExpect(status().isNotFound());
        mvc.perform(get(administered).with(SignedIn.as(Role.CLERK, "5104"))).andExpect(status().isForbidden());
        assertThat(tokens.signIn(secret)).isPresent();
    }

    @Test
    void nobodyTakesAwayATokenOfSomebodyElse() throws Exception {
        String secret = issued("省平台", "510421", "2025-03-31");
        ApiToken token = tokens.of(user).get(0);
        UserId other = accounts.create(new NewUser(
                "q-" + UUID.randomUUID().toString().substring(0, 12),
                "Test",
                List.of(Membership.of(Role.CLERK, "5104"))));

        withdraw(OWN, token, SignedIn.as(accounts.get(other))).andExpect(status().isNotFound());
        assertThat(tokens.signIn(secret)).isPresent();
    }

    private String issued(String name, String division, String lastDay) throws Exception {
        Matcher secret = SECRET.matcher(
                issue(name, division, lastDay).andReturn().getResponse().getContentAsString());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    private ResultActions withdraw(String list, ApiToken token, RequestPostProcessor who) throws Exception {
        return mvc.perform(
                post(list + "/" + token.id() + "/revocation").with(who).with(csrf()));
    }

    private ResultActions issue(String name, String division, String lastDay) throws Exception {
        return mvc.perform(post(OWN)
                .param("name", name)
                .param("membership", "0")
                .param("division", division)
                .param("lastDay", lastDay)
                .with(themselves)
                .with(csrf()));
    }
}
