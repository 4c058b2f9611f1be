package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Accounts;
import org.zhubao.account.ApiTokens;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewApiToken;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.UserId;
import org.zhubao.site.Refusal;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Program;
import org.zhubao.support.Program.Answer;
import org.zhubao.support.SettableClock;

/** What a token opens, and what ends it. */
@DatabaseTest
class TokenTests {

    private static final Membership CLERK = Membership.of(Role.CLERK, "5104");
    private static final String SOMETHING = "/api/v1/rosters/00000000-0000-0000-0000-000000000000";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @LocalServerPort
    private int port;

    private final Instant today = Instant.parse("2024-12-20T02:00:00Z");

    @AfterEach
    void backToToday() {
        clock.set(today);
    }

    @Test
    void aTokenSignsInForOneRequestAndLeavesNoSessionBehind() {
        Answer answer = ask(issue(user("tokens-1"), CLERK));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("no-such-page");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void withoutATokenTheAnswerSaysThatOneIsWanted() {
        Answer answer = ask("");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("token-missing");
    }

    @Test
    void aTokenNobodyIssuedIsVoid() {
        Answer answer = ask("made-up");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void aTokenEndsWhenItExpiresOrIsWithdrawnOrItsUserIsDisabled() {
        UserId user = user("tokens-2");
        String expiring = issue(user, CLERK);
        clock.set(today.plus(Duration.ofDays(31)));
        assertThat(ask(expiring).status()).isEqualTo(401);
        clock.set(today);
        assertThat(ask(expiring).status()).isEqualTo(404);

        tokens.revoke(user, tokens.of(user).get(0).id());
        assertThat(ask(expiring).status()).isEqualTo(401);

        String another = issue(user, CLERK);
        accounts.disable(user);
        assertThat(ask(another).status()).isEqualTo(401);
    }

    @Test
    void aTokenCarriesNoMoreThanItsUserHas() {
        UserId user = user("tokens-3");

        assertThat(ask(issue(user, Membership.of(Role.CLERK, "510421"))).status())
                .isEqualTo(404);
        assertThatThrownBy(() -> issue(user, Membership.of(Role.CLERK, "51"))).hasMessage("token-beyond-user");
        assertThatThrownBy(() -> issue(user, Membership.of(Role.REVIEWER, "5104")))
                .hasMessage("token-beyond-user");
    }

    @Test
    void aTokenIsValidForAYearAtMost() {
        UserId user = user("tokens-4");

        assertThatThrownBy(() -> issue(user, CLERK, Duration.ofDays(366))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> issue(user, CLERK, Duration.ZERO)).isInstanceOf(Refusal.class);
        assertThat(issue(user, CLERK, Duration.ofDays(365))).isNotBlank();
    }

    @Test
    void onlyTheHashOfATokenIsKept() {
        String secret = issue(user("tokens-5"), CLERK);

        assertThat(jdbc.sql("select t::text from api_token t")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(secret));
    }

    @Test
    void aBrowsersSessionOpensNothingOfTheInterface() throws Exception {
        UserId user = user("tokens-6");
        invitations.accept(accounts.invite(user).token(), "a long enough sentence");
        Cookie session = mvc.perform(formLogin("/sign-in").user("tokens-6").password("a long enough sentence"))
                .andReturn()
                .getResponse()
                .getCookie(SessionStore.COOKIE);

        mvc.perform(get("/rosters").cookie(session)).andExpect(status().isOk());
        mvc.perform(get(SOMETHING).cookie(session)).andExpect(status().isUnauthorized());
        mvc.perform(get("/v3/api-docs").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void aTokenOpensNoScreen() {
        assertThat(new Program(port, issue(user("tokens-7"), CLERK))
                        .get("/rosters")
                        .status())
                .isEqualTo(302);
    }

    private Answer ask(String secret) {
        return new Program(port, secret).get(SOMETHING);
    }

    private UserId user(String username) {
        return accounts.create(new NewUser(username, "Test", List.of(CLERK)));
    }

    private String issue(UserId user, Membership acting) {
        return issue(user, acting, Duration.ofDays(30));
    }

    private String issue(UserId user, Membership acting, Duration validFor) {
        return tokens.issue(
                new NewApiToken(user, "test", acting, clock.instant().plus(validFor)));
    }
}
