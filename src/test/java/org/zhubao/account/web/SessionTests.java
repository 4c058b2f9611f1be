package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.UserId;
import org.zhubao.division.Department;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SettableClock;

@DatabaseTest
class SessionTests {

    private static final String PASSWORD = "a long enough sentence";
    private static final Pattern HANDLE = Pattern.compile("name=\"handle\"[^>]*value=\"([0-9a-f]{64})\"");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    private final Instant start = Instant.parse("2024-12-20T02:00:00Z");

    @AfterEach
    void backToTheStart() {
        clock.set(start);
    }

    @Test
    void aSessionIsARowThatEveryNodeFindsAndHoldsNoSecret() throws Exception {
        user("session-1", Membership.of(Role.CLERK, "510421"));
        signedIn("session-1");

        List<byte[]> held = jdbc.sql(
                        """
                        select attribute_bytes from spring_session_attributes
                        join spring_session on primary_id = session_primary_id where principal_name = 'session-1'
                        """)
                .query(byte[].class)
                .list();

        assertThat(held).isNotEmpty().allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain(PASSWORD, "{bcrypt}"));
    }

    @Test
    void whatASessionHoldsMayBecomeUnreadableWithoutHarm() throws Exception {
        user("session-2", Membership.of(Role.CLERK, "510421"));
        Visitor clerk = signedIn("session-2");
        jdbc.sql(
                        """
                        update spring_session_attributes set attribute_bytes = '\\x00' where session_primary_id in
                            (select primary_id from spring_session where principal_name = 'session-2')
                        """)
                .update();

        clerk.visit("/policies").andExpect(status().is3xxRedirection());
    }

    @Test
    void twelveHoursAreTheEndHoweverBusyOneIs() throws Exception {
        user("session-3", Membership.of(Role.CLERK, "510421"));
        Visitor clerk = signedIn("session-3");

        clock.set(start.plus(Duration.ofHours(12)).minusSeconds(1));
        clerk.visit("/policies").andExpect(status().isOk());
        clock.set(start.plus(Duration.ofHours(12)));
        clerk.visit("/policies").andExpect(redirectedUrl("/sign-in?expired"));
    }

    @Test
    void withoutAClickASessionIsKeptForHalfAnHour() throws Exception {
        user("session-4", Membership.of(Role.CLERK, "510421"));
        Visitor clerk = signedIn("session-4");
        assertThat(jdbc.sql("select max_inactive_interval from spring_session where principal_name = 'session-4'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(30 * 60);

        jdbc.sql("update spring_session set last_access_time = last_access_time - 1801000 where principal_name = ?")
                .param("session-4")
                .update();
        clerk.visit("/policies").andExpect(redirectedUrl("/sign-in?expired"));
    }

    @Test
    void aClickKeepsASessionAndWritesItOnceAMinute() throws Exception {
        user("session-minute", Membership.of(Role.CLERK, "510421"));
        Visitor clerk = signedIn("session-minute");
        clerk.visit("/policies");

        String written = versionOf("session-minute");
        clerk.visit("/policies").andExpect(status().isOk());
        assertThat(versionOf("session-minute")).isEqualTo(written);

        jdbc.sql(
                        """
                        update spring_session set last_access_time = last_access_time - 61000, expiry_time = expiry_time - 61000
                        where principal_name = ?
                        """)
                .param("session-minute")
                .update();
        clerk.visit("/policies").andExpect(status().isOk());
        assertThat(jdbc.sql(
                                """
                                select expiry_time - last_access_time = 1800000
                                    and last_access_time > (extract(epoch from clock_timestamp()) - 30) * 1000
                                from spring_session where principal_name = ?
                                """)
                        .param("session-minute")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Another with each time the row is written. */
    private String versionOf(String username) {
        return jdbc.sql("select xmin::text from spring_session where principal_name = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    @Test
    void oneSeesOnesOtherSessionsAndEndsThem() throws Exception {
        user("session-5", Membership.of(Role.CLERK, "510421"));
        Visitor office = signedIn("session-5");
        Visitor forgotten = signedIn("session-5");

        String page = office.visit("/account/sessions")
                .andExpect(content().string(containsString("127.0.0.1")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher handle = HANDLE.matcher(page);
        assertThat(handle.find()).isTrue();
        office.submit("/account/sessions/ending", "handle", handle.group(1));

        forgotten.visit("/policies").andExpect(redirectedUrl("/sign-in?expired"));
        office.visit("/policies").andExpect(status().isOk());
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElseByItsHandle() throws Exception {
        user("session-6", Membership.of(Role.CLERK, "510421"));
        user("session-7", Membership.of(Role.CLERK, "510421"));
        Visitor victim = signedIn("session-6");
        Visitor second = signedIn("session-6");
        Matcher handle = HANDLE.matcher(
                victim.visit("/account/sessions").andReturn().getResponse().getContentAsString());
        assertThat(handle.find()).isTrue();

        signedIn("session-7").submit("/account/sessions/ending", "handle", handle.group(1));

        second.visit("/policies").andExpect(status().isOk());
    }

    @Test
    void theAdministratorSignsSomebodyOutEverywhere() throws Exception {
        UserId id = user("session-8", Membership.of(Role.CLERK, "510421"));
        Visitor clerk = signedIn("session-8");

        mvc.perform(post("/administration/users/{id}/sessions/ending", id.value())
                .with(SignedIn.as(Role.ADMINISTRATOR, "6109"))
                .with(csrf()));
        clerk.visit("/policies").andExpect(status().isOk());
        mvc.perform(post("/administration/users/{id}/sessions/ending", id.value())
                .with(SignedIn.as(Role.ADMINISTRATOR, "5104"))
                .with(csrf()));
        clerk.visit("/policies").andExpect(redirectedUrl("/sign-in?expired"));
    }

    @Test
    void whoIsSeveralThingsChoosesAsWhatToAct() throws Exception {
        user(
                "session-9",
                Membership.of(Role.CLERK, "510421"),
                Membership.officerOf(Department.CIVIL_AFFAIRS, "510422"));
        Visitor both = signedIn("session-9");
        String before = both.cookie();
        both.visit("/people").andExpect(status().isOk());

        both.submit("/membership", "position", "1").andExpect(redirectedUrl("/"));

        assertThat(both.cookie()).isNotEqualTo(before);
        both.visit("/people").andExpect(status().isForbidden());
        both.visit("/policies").andExpect(content().string(containsString("盐边县 · 20")));
        both.submit("/membership", "position", "2").andExpect(status().isNotFound());
    }

    @Test
    void whoIsOneThingHasNothingToChoose() throws Exception {
        user("session-10", Membership.of(Role.CLERK, "510421"));

        signedIn("session-10")
                .visit("/policies")
                .andExpect(content().string(not(containsString("action=\"/membership\""))));
    }

    @Test
    void theCookieIsForTheServerOnly() throws Exception {
        user("session-11", Membership.of(Role.CLERK, "510421"));

        new Visitor(mvc)
                .signIn("session-11", PASSWORD)
                .andExpect(cookie().httpOnly(SessionStore.COOKIE, true))
                .andExpect(cookie().attribute(SessionStore.COOKIE, "SameSite", "Lax"));
    }

    private Visitor signedIn(String username) throws Exception {
        Visitor visitor = new Visitor(mvc);
        visitor.signIn(username, PASSWORD).andExpect(redirectedUrl("/"));
        return visitor;
    }

    private UserId user(String username, Membership... memberships) {
        UserId id = accounts.create(new NewUser(username, "Test", List.of(memberships)));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        return id;
    }

    @Test
    void byTlsTheCookieIsThisHostsOnlyAndNoOtherIsRead() throws Exception {
        user("session-tls", Membership.of(Role.CLERK, "510421"));
        var answer = mvc.perform(post("/sign-in")
                        .secure(true)
                        .param("username", "session-tls")
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getResponse();

        Cookie cookie = answer.getCookie(SessionCookie.BY_TLS);
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        mvc.perform(get("/rosters").secure(true).cookie(cookie)).andExpect(status().isOk());
        mvc.perform(get("/rosters").secure(true).cookie(new Cookie(SessionStore.COOKIE, cookie.getValue())))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void signingOutClearsWhatTheBrowserKept() throws Exception {
        user("session-out", Membership.of(Role.CLERK, "510421"));
        mvc.perform(post("/sign-out").secure(true).with(csrf()))
                .andExpect(header().string("Clear-Site-Data", "\"cache\", \"storage\""));
    }
}
