package org.zhubao.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.Area;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.support.DatabaseTest;

@DatabaseTest
class RightsTests {

    @Autowired
    private MockMvc mvc;

    static Stream<Arguments> everyAreaAndRole() {
        return Arrays.stream(Area.values())
                .flatMap(a -> Arrays.stream(Role.values()).map(r -> Arguments.of(a, r)));
    }

    /** What the table says holds on the address, below it too, and decides what the menu shows. */
    @ParameterizedTest
    @MethodSource("everyAreaAndRole")
    void areasAreOpenToTheirRolesOnly(Area area, Role role) throws Exception {
        int answer = mvc.perform(get(area.path()).with(someone(role)))
                .andReturn()
                .getResponse()
                .getStatus();

        assertThat(answer).isEqualTo(area.isOpenTo(role) ? 200 : 403);
        if (area != Area.HOME && !area.isOpenTo(role)) {
            mvc.perform(get("/" + area.code() + "/anything/below").with(someone(role)))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void theMenuShowsWhatTheRoleMayEnter() throws Exception {
        mvc.perform(get("/").with(someone(Role.FINANCE_OFFICER)))
                .andExpect(content().string(containsString("href=\"/settlement\"")))
                .andExpect(content().string(not(containsString("href=\"/rosters\""))))
                .andExpect(content().string(not(containsString("name=\"q\""))));
        mvc.perform(get("/").with(someone(Role.CLERK)))
                .andExpect(content().string(containsString("href=\"/rosters\"")))
                .andExpect(content().string(containsString("name=\"q\"")))
                .andExpect(content().string(not(containsString("href=\"/administration"))));
    }

    @Test
    void anAdministratorSeesNoPersonalData() {
        assertThat(Area.openTo(Role.ADMINISTRATOR))
                .containsExactly(Area.HOME, Area.POLICIES, Area.AUDIT, Area.ADMINISTRATION);
    }

    @Test
    void oneWorksInTheFirstCountyOfTheScopeUntilOneChooses() throws Exception {
        RequestPostProcessor cityClerk = SignedIn.as(Role.CLERK, "5104");
        mvc.perform(get("/policies").with(cityClerk)).andExpect(content().string(containsString("东区 · 2025 年度")));

        Cookie session = mvc.perform(post("/workplace")
                        .param("county", "510421")
                        .param("benefitYear", "2021")
                        .header("Referer", "http://localhost/policies")
                        .with(cityClerk)
                        .with(csrf()))
                .andExpect(redirectedUrl("/policies"))
                .andReturn()
                .getResponse()
                .getCookie(SessionStore.COOKIE);

        for (String page : List.of("/policies", "/rosters", "/policies")) {
            mvc.perform(get(page).with(cityClerk).cookie(session))
                    .andExpect(content().string(containsString("米易县 · 2021 年度")));
        }
        mvc.perform(get("/policies").with(cityClerk)).andExpect(content().string(containsString("东区 · 2025 年度")));
    }

    @Test
    void aYearTheCountyDoesNotHaveBecomesItsNewest() throws Exception {
        RequestPostProcessor clerk = SignedIn.as(Role.CLERK, "510421");

        Cookie session = mvc.perform(post("/workplace")
                        .param("county", "510421")
                        .param("benefitYear", "1999")
                        .with(clerk)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie(SessionStore.COOKIE);

        mvc.perform(get("/policies").with(clerk).cookie(session))
                .andExpect(content().string(containsString("米易县 · 2025 年度")));
    }

    @Test
    void nobodyWorksOutsideTheirScope() throws Exception {
        RequestPostProcessor clerk = SignedIn.as(Role.CLERK, "510421");

        mvc.perform(post("/workplace")
                        .param("county", "510422")
                        .param("benefitYear", "2025")
                        .with(clerk)
                        .with(csrf()))
                .andExpect(status().isForbidden());

        mvc.perform(get("/policies").with(clerk)).andExpect(content().string(containsString("米易县 · 2025 年度")));
    }

    @Test
    void aTownshipOfficerWorksInTheCountyOfTheTownship() throws Exception {
        mvc.perform(get("/policies").with(SignedIn.as(Role.TOWNSHIP_OFFICER, "510421003")))
                .andExpect(content().string(containsString("米易县 · 2025 年度")));
    }

    private static RequestPostProcessor someone(Role role) {
        return switch (role) {
            case DEPARTMENT_OFFICER -> SignedIn.officerOf(Department.CIVIL_AFFAIRS, "510421");
            case TOWNSHIP_OFFICER -> SignedIn.as(role, "510421001");
            case ADMINISTRATOR -> SignedIn.as(role, "");
            default -> SignedIn.as(role, "510421");
        };
    }
}
