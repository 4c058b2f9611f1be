package org.zhubao.account.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.UserId;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SettableClock;

@DatabaseTest
class SignInTests {

    private static final String PASSWORD = "a long enough sentence";
    private static final String WRONG = "not the right sentence";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SettableClock clock;

    private final Instant start = Instant.parse("2024-12-20T02:00:00Z");

    @AfterEach
    void backToTheStart() {
        clock.set(start);
    }

    @Test
    void everythingButTheSignInPageAsksToSignIn() throws Exception {
        for (String address : List.of("/", "/rosters", "/people?q=1", "/administration/users", "/no-such-page")) {
            mvc.perform(get(address)).andExpect(redirectedUrl("/sign-in"));
        }
        mvc.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("登录")));
    }

    @Test
    void whoKnowsThePasswordGetsIn() throws Exception {
        user("sign-in-1");

        signIn("sign-in-1", PASSWORD)
                .andExpect(authenticated().withUsername("sign-in-1").withRoles("CLERK"))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void unknownUserWrongPasswordAndDisabledUserGetTheSameAnswer() throws Exception {
        user("sign-in-2");
        UserId disabled = user("sign-in-3");
        accounts.disable(disabled);

        signIn("nobody", PASSWORD).andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in?failed"));
        signIn("sign-in-2", WRONG).andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in?failed"));
        signIn("sign-in-3", PASSWORD).andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in?failed"));
    }

    @Test
    void fiveFailuresLockForTenMinutes() throws Exception {
        user("sign-in-4");
        for (int i = 0; i < 5; i++) {
            signIn("sign-in-4", WRONG).andExpect(unauthenticated());
        }

        signIn("sign-in-4", PASSWORD).andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in?failed"));
        clock.set(start.plus(Duration.ofMinutes(10)).minusSeconds(1));
        signIn("sign-in-4", PASSWORD).andExpect(unauthenticated());
        clock.set(start.plus(Duration.ofMinutes(10)));
        signIn("sign-in-4", PASSWORD).andExpect(authenticated());
    }

    @Test
    void aLockThatIsOverStartsTheCountAgain() throws Exception {
        user("sign-in-5");
        for (int i = 0; i < 5; i++) {
            signIn("sign-in-5", WRONG);
        }
        clock.set(start.plus(Duration.ofMinutes(11)));
        signIn("sign-in-5", WRONG);

        signIn("sign-in-5", PASSWORD).andExpect(authenticated());
    }

    @Test
    void successForgetsEarlierFailures() throws Exception {
        user("sign-in-6");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                signIn("sign-in-6", WRONG);
            }
            signIn("sign-in-6", PASSWORD).andExpect(authenticated());
        }
    }

    @Test
    void aFormFromASessionThatEndedLeadsToSigningInAgain() throws Exception {
        mvc.perform(post("/sign-in").param("username", "x").with(csrf().useInvalidToken()))
                .andExpect(redirectedUrl("/sign-in?expired"));
    }

    @Test
    void aPartOfAPageWithoutSessionSendsTheWholePageToSignIn() throws Exception {
        mvc.perform(get("/rosters").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/sign-in"));
    }

    @Test
    void everyAnswerForbidsFramesForeignSourcesAndStoring() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    private UserId user(String username) {
        UserId id = accounts.create(new NewUser(username, "Test", List.of(Membership.of(Role.CLERK, "510421"))));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        return id;
    }

    private ResultActions signIn(String username, String password) throws Exception {
        return mvc.perform(formLogin("/sign-in").user(username).password(password));
    }
}
