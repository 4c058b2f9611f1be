package org.zhubao.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.UserId;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SmallSeason;
import org.zhubao.support.SmallSeason.Played;
import org.zhubao.support.SmallSeason.Someone;

/** What users do stands in the trail, and the trail on its screen. */
@DatabaseTest
class AuditScreenTests {

    private static final String PASSWORD = "a long enough sentence";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SmallSeason season;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Test
    void signingInAndOutAndFailingToIsOnRecord() throws Exception {
        UserId id = accounts.create(new NewUser("trail-1", "Test", List.of(Membership.of(Role.CLERK, "510421"))));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        for (int i = 0; i < 6; i++) {
            mvc.perform(formLogin("/sign-in").user("trail-1").password("not the right sentence"));
        }
        accounts.invite(id);
        assertThat(actionsOf("user trail-1"))
                .containsExactly(
                        "user-created",
                        "user-invited",
                        "password-chosen",
                        "sign-in-failed",
                        "sign-in-failed",
                        "sign-in-failed",
                        "sign-in-failed",
                        "sign-in-locked",
                        "sign-in-failed",
                        "sign-in-failed",
                        "user-invited");
    }

    @Test
    void whoSignsInIsNamedWithWhereFrom() throws Exception {
        UserId id = accounts.create(new NewUser("trail-2", "Test", List.of(Membership.of(Role.CLERK, "510421"))));
        invitations.accept(accounts.invite(id).token(), PASSWORD);
        Cookie[] session = mvc.perform(formLogin("/sign-in").user("trail-2").password(PASSWORD))
                .andReturn()
                .getResponse()
                .getCookies();
        mvc.perform(post("/sign-out").cookie(session).with(csrf()));

        assertThat(database.sql()
                        .sql(
                                "select action || ' ' || who || ' ' || role || ' ' || address || ' ' || division from audit_entry"
                                        + " where who = 'trail-2' and action in ('sign-in', 'sign-out') order by id")
                        .query(String.class)
                        .list())
                .containsExactly("sign-in trail-2 CLERK 127.0.0.1 510421", "sign-out trail-2 CLERK 127.0.0.1 510421");
    }

    @Test
    void aNameThatIsNobodysIsNotWrittenDown() throws Exception {
        mvc.perform(formLogin("/sign-in").user("my secret password").password("x"));

        assertThat(database.sql()
                        .sql("select count(*) from audit_entry e where e::text like '%my secret password%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql()
                        .sql("select count(*) from audit_entry where action = 'sign-in-failed' and who = ''")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aSeasonLeavesItsLinesAndAWholeNumberOneMore() throws Exception {
        Someone someone = Someone.of("孙边", "011", 0);
        Played played = season.play("510422", someone);
        var person = played.persons().get(0);
        var clerk = SignedIn.as(Role.CLERK, "510422");
        MockHttpSession session = in("510422", 2021, clerk);

        mvc.perform(get("/people/" + person.id()).with(clerk).session(session))
                .andExpect(content().string(not(containsString(someone.number()))));
        assertThat(actionsOf("person " + person.id())).isEmpty();
        mvc.perform(post("/people/" + person.id() + "/number")
                        .with(clerk)
                        .with(csrf())
                        .session(session))
                .andExpect(content().string(containsString(someone.number())));
        mvc.perform(get("/settlement/" + played.sheet() + "/workbook")
                        .with(clerk)
                        .session(session))
                .andExpect(status().isOk());

        assertThat(actionsOf("roster " + played.roster()))
                .containsExactly("roster-uploaded", "roster-submitted", "roster-accepted");
        assertThat(actionsOf("run " + played.run())).containsExactly("run-started", "run-published");
        assertThat(actionsOf("sheet " + played.sheet())).containsExactly("sheet-frozen", "workbook-downloaded");
        assertThat(actionsOf("person " + person.id())).containsExactly("number-shown");
        shownTo("510422", "number-shown").andExpect(content().string(containsString("person " + person.id())));
        shownTo("510411", "number-shown").andExpect(content().string(not(containsString("person " + person.id()))));
    }

    @Test
    void theTrailIsVerifiedByAClickAndItsHeadsAreThereToPrint() throws Exception {
        accounts.create(new NewUser("trail-3", "Test", List.of(Membership.of(Role.CLERK, "510421"))));
        var auditor = SignedIn.as(Role.AUDITOR, "510421");

        mvc.perform(post("/audit/verification").with(auditor).with(csrf()))
                .andExpect(content().string(containsString("首尾相连")));
        mvc.perform(get("/audit/heads").with(auditor)).andExpect(content().string(containsString("2024-12-20")));
    }

    @Test
    void theTrailIsSearchedByUserObjectAndDay() throws Exception {
        accounts.create(new NewUser("trail-4", "Test", List.of(Membership.of(Role.CLERK, "510421"))));
        var auditor = SignedIn.as(Role.AUDITOR, "");

        mvc.perform(get("/audit?object=trail-4&from=2024-12-20&until=2024-12-20")
                        .with(auditor))
                .andExpect(content().string(containsString("新建用户")));
        mvc.perform(get("/audit?object=trail-4&until=2024-12-19").with(auditor))
                .andExpect(content().string(containsString("没有符合条件的记录")));
        mvc.perform(get("/audit?object=trail-4&who=somebody-else").with(auditor))
                .andExpect(content().string(containsString("没有符合条件的记录")));
    }

    private ResultActions shownTo(String prefix, String action) throws Exception {
        return mvc.perform(get("/audit").param("action", action).with(SignedIn.as(Role.AUDITOR, prefix)));
    }

    private MockHttpSession in(String county, int year, RequestPostProcessor user) throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(post("/workplace")
                .param("county", county)
                .param("benefitYear", String.valueOf(year))
                .with(user)
                .with(csrf())
                .session(session));
        return session;
    }

    private List<String> actionsOf(String object) {
        return database.sql()
                .sql("select action from audit_entry where object = ? order by id")
                .param(object)
                .query(String.class)
                .list();
    }
}
