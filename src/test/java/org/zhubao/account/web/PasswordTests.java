package org.zhubao.account.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
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

/** Under the stricter settings: passwords that expire, and an authenticator for reviewers. */
@DatabaseTest
@TestPropertySource(properties = {"zhubao.password-policy=dengbao", "zhubao.totp.required=true"})
class PasswordTests {

    private static final String FIRST = "Mi-Yi-County-1";
    private static final Instant START = Instant.parse("2024-12-20T02:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void backToTheStart() {
        clock.set(START);
    }

    @Test
    void anExpiredPasswordIsChangedBeforeAnythingElse() throws Exception {
        user("password-1", Role.CLERK);
        clock.set(START.plus(Duration.ofDays(90)));
        Visitor clerk = new Visitor(mvc);
        clerk.signIn("password-1", FIRST).andExpect(redirectedUrl("/account/password"));
        clerk.visit("/policies").andExpect(redirectedUrl("/account/password"));
        clerk.visit("/account/password").andExpect(content().string(containsString("90 天")));

        change(clerk, FIRST, "Mi-Yi-County-2").andExpect(redirectedUrl("/"));

        clerk.visit("/policies").andExpect(status().isOk());
    }

    @Test
    void noneOfTheLastFiveIsChosenAgain() throws Exception {
        user("password-2", Role.CLERK);
        Visitor clerk = new Visitor(mvc);
        clerk.signIn("password-2", FIRST).andExpect(redirectedUrl("/"));
        for (int i = 1; i < 5; i++) {
            change(clerk, "Mi-Yi-County-" + i, "Mi-Yi-County-" + (i + 1)).andExpect(redirectedUrl("/account/sessions"));
        }

        change(clerk, "Mi-Yi-County-5", FIRST).andExpect(content().string(containsString("这个密码用过")));
        change(clerk, "Mi-Yi-County-5", "Mi-Yi-County-6").andExpect(redirectedUrl("/account/sessions"));
        change(clerk, "Mi-Yi-County-6", FIRST).andExpect(redirectedUrl("/account/sessions"));
    }

    @Test
    void aNewPasswordNeedsThePresentOneAndEndsTheOtherSessions() throws Exception {
        user("password-3", Role.CLERK);
        Visitor office = new Visitor(mvc);
        office.signIn("password-3", FIRST);
        Visitor forgotten = new Visitor(mvc);
        forgotten.signIn("password-3", FIRST);

        change(office, "guessed", "Mi-Yi-County-2").andExpect(content().string(containsString("现在的密码不对")));
        forgotten.visit("/policies").andExpect(status().isOk());
        change(office, FIRST, "Mi-Yi-County-2").andExpect(redirectedUrl("/account/sessions"));

        forgotten.visit("/policies").andExpect(redirectedUrl("/sign-in?expired"));
        office.visit("/policies").andExpect(status().isOk());
    }

    @Test
    void aReviewerMustEnrolAnAuthenticatorFirst() throws Exception {
        user("password-4", Role.REVIEWER);
        Visitor reviewer = new Visitor(mvc);
        reviewer.signIn("password-4", FIRST).andExpect(redirectedUrl("/account/second-step"));

        reviewer.visit("/people").andExpect(redirectedUrl("/account/second-step"));
        reviewer.submit("/account/second-step/done").andExpect(status().isForbidden());
        reviewer.visit("/account/second-step").andExpect(content().string(containsString("必须启用两步验证")));
    }

    private static ResultActions change(Visitor visitor, String present, String next) throws Exception {
        return visitor.submit("/account/password", "present", present, "password", next, "repeated", next);
    }

    private void user(String username, Role role) {
        UserId id = accounts.create(new NewUser(username, "Test", List.of(Membership.of(role, "510421"))));
        invitations.accept(accounts.invite(id).token(), FIRST);
    }
}
