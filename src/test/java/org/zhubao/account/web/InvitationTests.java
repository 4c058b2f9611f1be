package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitation;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.UserId;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SettableClock;

@DatabaseTest
class InvitationTests {

    private static final String PASSWORD = "a long enough sentence";
    private static final Instant START = Instant.parse("2024-12-20T02:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void backToTheStart() {
        clock.set(START);
    }

    @Test
    void theUserChoosesThePasswordOnceAndSignsInWithIt() throws Exception {
        Invitation invitation = accounts.invite(user("invited-1"));
        mvc.perform(get(invitation.path())).andExpect(status().isOk());

        choose(invitation, PASSWORD, PASSWORD).andExpect(redirectedUrl("/sign-in"));

        mvc.perform(formLogin("/sign-in").user("invited-1").password(PASSWORD)).andExpect(authenticated());
        mvc.perform(get(invitation.path())).andExpect(status().isGone());
        choose(invitation, "another long sentence", "another long sentence").andExpect(status().isGone());
    }

    @Test
    void theLinkHoldsForADay() throws Exception {
        Invitation invitation = accounts.invite(user("invited-2"));

        clock.set(START.plus(Duration.ofHours(24)).minusSeconds(1));
        mvc.perform(get(invitation.path())).andExpect(status().isOk());
        clock.set(START.plus(Duration.ofHours(24)));
        mvc.perform(get(invitation.path())).andExpect(status().isGone());
    }

    @Test
    void aNewLinkEndsTheOlderOne() throws Exception {
        UserId user = user("invited-3");
        Invitation older = accounts.invite(user);
        Invitation newer = accounts.invite(user);

        mvc.perform(get(older.path())).andExpect(status().isGone());
        mvc.perform(get(newer.path())).andExpect(status().isOk());
    }

    @Test
    void aGuessedLinkSaysWhatToDo() throws Exception {
        mvc.perform(get("/invitation/guessed"))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("请找系统管理员要一个新的链接")));
    }

    @ParameterizedTest
    @CsvSource({
        "too short,too short,密码至少要 12 个字符",
        "invited.four.4,invited.four.4,密码不能与用户名相同",
        "a long enough sentence,a long enough sentense,两次输入的密码不一样",
        "一句很长很长很长很长很长很长很长很长很长很长的话太长,同上,密码太长"
    })
    void aPasswordThatWillNotDoIsRefusedWithTheReason(String password, String repeated, String reason)
            throws Exception {
        Invitation invitation = accounts.invite(existingOr("invited.four.4"));

        choose(invitation, password, repeated)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(reason)));

        mvc.perform(get(invitation.path())).andExpect(status().isOk());
    }

    @Test
    void theDatabaseHoldsNeitherTokenNorPassword() throws Exception {
        Invitation invitation = accounts.invite(user("invited-5"));
        choose(invitation, PASSWORD, PASSWORD);

        String hash = jdbc.sql("select password_hash from app_user where username = 'invited-5'")
                .query(String.class)
                .single();
        assertThat(hash).startsWith("{bcrypt}").doesNotContain(PASSWORD);
        assertThat(jdbc.sql("select token_hash from invitation")
                        .query(String.class)
                        .list())
                .doesNotContain(invitation.token());
    }

    private ResultActions choose(Invitation invitation, String password, String repeated) throws Exception {
        return mvc.perform(post(invitation.path())
                .param("password", password)
                .param("repeated", repeated)
                .with(csrf()));
    }

    private UserId user(String username) {
        return accounts.create(new NewUser(username, "Test", List.of(Membership.of(Role.CLERK, "510421"))));
    }

    private UserId existingOr(String username) {
        return accounts.list().stream()
                .filter(u -> u.username().equals(username))
                .findFirst()
                .map(u -> u.id())
                .orElseGet(() -> user(username));
    }
}
