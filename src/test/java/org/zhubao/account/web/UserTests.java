package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.zhubao.account.Accounts;
import org.zhubao.account.Invitations;
import org.zhubao.account.Membership;
import org.zhubao.account.NewUser;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.User;
import org.zhubao.account.UserId;
import org.zhubao.division.Department;
import org.zhubao.site.Flash;
import org.zhubao.support.DatabaseTest;

@DatabaseTest
class UserTests {

    private static final String USERS = "/administration/users";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Test
    void anOfficerIsCreatedForADepartmentAndCannotSignInBeforeSomebodyElseAgrees() throws Exception {
        UserId reviewer =
                accounts.create(new NewUser("users-0", "Test", List.of(Membership.of(Role.REVIEWER, "5104"))));
        invitations.accept(accounts.invite(reviewer).token(), "a long enough sentence");

        create("5104", "users-1", "department", "510421", "disabled")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("须由另一位管理员或复核人员确认")))
                .andExpect(content().string(not(containsString("/invitation/"))));

        assertThat(named("users-1").memberships())
                .containsExactly(Membership.officerOf(Department.DISABLED_FEDERATION, "510421"));
        assertThat(named("users-1").invited()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Users-2, clerk, 510421, '', 用户名只能是",
        "users-2, clerk, 610922, '', 请选择您管理范围内的区划",
        "users-2, clerk, -, '', 请选择您管理范围内的区划",
        "users-2, clerk, '', '', 请选择您管理范围内的区划",
        "users-2, township, 510421, '', 镇街用户须选到镇",
        "users-2, department, 510421, '', 部门报送须选部门",
        "users-2, clerk, 510421, health, 只有部门报送才选部门",
        "users-2, king, 510421, '', 请选择角色"
    })
    void whatIsMissingIsSaidAndNothingTypedIsLost(
            String username, String role, String division, String department, String reason) throws Exception {
        create("5104", username, role, division, department)
                .andExpect(status().isOk())
                .andExpect(
                        content().string(allOf(containsString(reason), containsString("value=\"" + username + "\""))));

        assertThat(accounts.list()).extracting(User::username).doesNotContain(username);
    }

    @Test
    void aTakenNameIsRefusedOnThePageItCameFrom() throws Exception {
        create("5104", "users-3", "clerk", "510421", "");

        create("5104", "users-3", "clerk", "510421", "")
                .andExpect(redirectedUrl(USERS))
                .andExpect(
                        flash().attribute("flash", new Flash("failure", "refusal.username-taken", List.of("users-3"))));
    }

    @Test
    void anAdministratorOfAnotherCityNeitherSeesNorTouchesTheUser() throws Exception {
        UserId id = user("users-4");

        mvc.perform(get(USERS).with(SignedIn.as(Role.ADMINISTRATOR, "6109")))
                .andExpect(content().string(not(containsString("users-4"))));
        mvc.perform(post(USERS + "/{id}/disabling", id.value())
                        .with(SignedIn.as(Role.ADMINISTRATOR, "6109"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(accounts.get(id).enabled()).isTrue();
    }

    @Test
    void disablingEndsTheSessionsAndEnablingLetsInAgain() throws Exception {
        UserId id = user("users-5");
        invitations.accept(accounts.invite(id).token(), "a long enough sentence");
        Cookie session = signIn("users-5");
        mvc.perform(get("/policies").cookie(session)).andExpect(status().isOk());

        mvc.perform(post(USERS + "/{id}/disabling", id.value())
                .with(SignedIn.as(Role.ADMINISTRATOR, ""))
                .with(csrf()));
        mvc.perform(get("/policies").cookie(session)).andExpect(redirectedUrl("/sign-in?expired"));

        mvc.perform(post(USERS + "/{id}/enabling", id.value())
                .with(SignedIn.as(Role.ADMINISTRATOR, ""))
                .with(csrf()));
        mvc.perform(get("/policies").cookie(signIn("users-5"))).andExpect(status().isOk());
    }

    private Cookie signIn(String username) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(formLogin("/sign-in").user(username).password("a long enough sentence"))
                        .andReturn()
                        .getResponse()
                        .getCookie(SessionStore.COOKIE));
    }

    private ResultActions create(String scope, String username, String role, String division, String department)
            throws Exception {
        return mvc.perform(post(USERS)
                .param("username", username)
                .param("displayName", "测试")
                .param("role", role)
                .param("division", division)
                .param("department", department)
                .header("Referer", "http://localhost" + USERS)
                .with(SignedIn.as(Role.ADMINISTRATOR, scope))
                .with(csrf()));
    }

    private UserId user(String username) {
        return accounts.create(new NewUser(username, "Test", List.of(Membership.of(Role.CLERK, "510421"))));
    }

    private User named(String username) {
        return accounts.list().stream()
                .filter(u -> u.username().equals(username))
                .findFirst()
                .orElseThrow();
    }
}
