package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Department;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.MarkPushes;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Flash;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SettableClock;

/** A run that nobody has published is neither told to the tax bureau nor paid by, whether a person asks or a program. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class UnpublishedRunsTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private MarkPushes pushes;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;

    @BeforeEach
    void oneIsRecognised() {
        season = counties.fresh(2025);
        season.accepted(season.person());
    }

    @Test
    void beforeTheFirstIsPublishedNothingIsPushedOrSettled() throws Exception {
        determinedOnly();

        assertThat(clicked("/tax/pushes", "kind", "full")).isEqualTo("refusal.levy.no-run");
        assertThat(clicked("/settlement", "fund", "medical-assistance")).isEqualTo("refusal.settlement.no-run");
        assertThat(called("/api/v1/mark-pushes", "\"kind\": \"full\""))
                .startsWith("409")
                .contains("\"levy.no-run\"");
        assertThat(called("/api/v1/settlement-sheets", "\"fund\": \"medical-assistance\""))
                .startsWith("409")
                .contains("\"settlement.no-run\"");
        assertThat(pushed()).isEmpty();
    }

    @Test
    void whatWasDeterminedSinceTheRunThatIsPublishedWaits() throws Exception {
        season.run();
        later();
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person(), season.person());
        determinedOnly();

        assertThat(clicked("/tax/pushes", "kind", "full")).isEqualTo("levy.pushed");
        assertThat(clicked("/settlement", "fund", "medical-assistance")).isEqualTo("settlement.frozen");

        assertThat(pushed()).singleElement().extracting(MarkPush::added).isEqualTo(1);
        assertThat(season.clerk(() -> settling.sheets(season.county(), season.year())))
                .singleElement()
                .extracting(Sheet::lines)
                .isEqualTo(1);
    }

    private void determinedOnly() {
        later();
        season.run(RunRequest.asKnownOn(clock.instant()));
    }

    private void later() {
        clock.set(clock.instant().plusMillis(5));
    }

    private List<MarkPush> pushed() {
        return season.clerk(() -> pushes.list(season.code(), season.year()));
    }

    /** What the clerk is told on top of the next page. */
    private String clicked(String path, String field, String value) throws Exception {
        Object flash = answer(post(path).param(field, value)).getFlashMap().get(Flash.ATTRIBUTE);
        return flash instanceof Flash said ? said.code() : "nothing";
    }

    /** Status and body. */
    private String called(String path, String more) throws Exception {
        String json = "{\"division\": \"%s\", \"benefitYear\": %d, %s}".formatted(season.code(), season.year(), more);
        MockHttpServletResponse response = answer(
                        post(path).contentType(MediaType.APPLICATION_JSON).content(json))
                .getResponse();
        return response.getStatus() + " " + response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcResult answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(Role.CLERK, season.code())).with(csrf()))
                .andReturn();
    }
}
