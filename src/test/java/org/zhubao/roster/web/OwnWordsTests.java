package org.zhubao.roster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterAlias;
import org.zhubao.roster.RosterAliases;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterStatus;
import org.zhubao.roster.RosterSummary;
import org.zhubao.site.Flash;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** A department says once what its own headings and wordings mean. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=intake")
class OwnWordsTests {

    private static final int YEAR = 2025;
    private static final String OWN_WORDING = "本县兜底人员";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private RosterDesk desk;

    @Autowired
    private RosterAliases aliases;

    @Test
    void aWordingIsExplainedOnceAndTheFileReadAgainByIt() throws Exception {
        CountySeason season = counties.fresh(YEAR);
        UUID roster = uploaded(season, Department.CIVIL_AFFAIRS, season.person().as(OWN_WORDING));
        mvc.perform(get("/rosters/" + roster).with(officer(season)))
                .andExpect(content().string(containsString("“" + OWN_WORDING + "”（1 行）")));

        explain(season, roster, "subsistence-allowance").andExpect(status().is3xxRedirection());

        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.REPLACED);
        assertThat(standing(season)).singleElement().satisfies(again -> {
            assertThat(again.rows().rejected()).isZero();
            assertThat(again.fileName()).isEqualTo("civil-affairs.xlsx");
        });

        UUID next = uploaded(season, Department.CIVIL_AFFAIRS, season.person().as(OWN_WORDING));
        assertThat(season.roster(next).rows().rejected()).isZero();
    }

    @Test
    void whatOneDepartmentOrCountySaysMeansNothingToAnother() throws Exception {
        CountySeason season = counties.fresh(YEAR);
        CountySeason neighbour = counties.fresh(YEAR);
        explain(
                season,
                uploaded(season, Department.CIVIL_AFFAIRS, season.person().as(OWN_WORDING)),
                "subsistence-allowance");

        UUID others =
                uploaded(season, Department.DISABLED_FEDERATION, season.person().as(OWN_WORDING));
        UUID elsewhere =
                uploaded(neighbour, Department.CIVIL_AFFAIRS, neighbour.person().as(OWN_WORDING));

        assertThat(season.roster(others).rows().rejected()).isEqualTo(1);
        assertThat(neighbour.roster(elsewhere).rows().rejected()).isEqualTo(1);
    }

    @Test
    void onlyWhatTheDepartmentCertifiesCanBeMeant() throws Exception {
        CountySeason season = counties.fresh(YEAR);
        UUID roster = uploaded(season, Department.CIVIL_AFFAIRS, season.person().as(OWN_WORDING));

        explain(season, roster, "registered-poor").andExpect(status().isBadRequest());

        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.CHECKED);
        assertThat(remembered(season)).isEmpty();
    }

    @Test
    void aHeadingNobodyKnowsIsExplainedOverTheOwnSheetAndRemembered() throws Exception {
        CountySeason season = counties.fresh(YEAR);
        byte[] workbook =
                workbook(List.of("姓名", "证照编号", "保障方式"), season.person().called("王小明"));

        String refused =
                mvc.perform(upload(season, workbook)).andReturn().getResponse().getRedirectedUrl();
        season.read(UUID.fromString(refused.replaceFirst(".*/", "")));
        mvc.perform(get(refused).with(officer(season)))
                .andExpect(content().string(containsString("<select")))
                .andExpect(content().string(containsString("证照编号")))
                .andExpect(content().string(containsString("data-missing=\"ID_NUMBER\">身份证号</span>")))
                .andExpect(content().string(containsString("data-missing=\"IDENTITY\">人员类别</span>")))
                .andExpect(content().string(containsString("王小明")))
                .andExpect(content().string(containsString("不用改表格")))
                .andExpect(content().string(not(containsString("请在数据上方写一行表头"))));
        mvc.perform(post("/rosters/headings")
                        .param("written", "姓名", "证照编号", "保障方式")
                        .param("column", "NAME", "ID_NUMBER", "IDENTITY")
                        .with(officer(season))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(upload(season, workbook)).andExpect(flash().attribute("flash", said("roster.uploaded")));
        mvc.perform(upload(season, workbook)).andExpect(flash().attribute("flash", said("roster.uploaded.again")));

        assertThat(standing(season))
                .extracting(roster -> roster.rows().acceptable())
                .containsExactly(1);
        assertThat(remembered(season))
                .allSatisfy(alias -> assertThat(alias.setBy()).isNotEmpty())
                .extracting(RosterAlias::written, RosterAlias::meaning)
                .containsExactlyInAnyOrder(tuple("证照编号", "ID_NUMBER"), tuple("保障方式", "IDENTITY"));
    }

    @Test
    void anAliasThatIsForgottenCountsNoLonger() throws Exception {
        CountySeason season = counties.fresh(YEAR);
        explain(
                season,
                uploaded(season, Department.CIVIL_AFFAIRS, season.person().as(OWN_WORDING)),
                "subsistence-allowance");
        long alias = remembered(season).get(0).id();
        mvc.perform(get("/rosters/aliases").with(officer(season)))
                .andExpect(content().string(containsString(OWN_WORDING)));

        mvc.perform(post("/rosters/aliases/" + alias + "/removal")
                .with(officer(season))
                .with(csrf()));

        UUID next = uploaded(season, Department.CIVIL_AFFAIRS, season.person().as(OWN_WORDING));
        assertThat(remembered(season)).isEmpty();
        assertThat(season.roster(next).rows().rejected()).isEqualTo(1);
    }

    @Test
    void anUploadFromWithinThePageAnswersWhereToGo() throws Exception {
        CountySeason season = counties.fresh(YEAR);

        String address = mvc.perform(upload(season, new byte[] {1, 2, 3}).header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(""))
                .andReturn()
                .getResponse()
                .getHeader("HX-Redirect");

        UUID roster = UUID.fromString(address.replaceFirst("/rosters/", ""));
        assertThat(season.roster(season.read(roster)).status()).isEqualTo(RosterStatus.REFUSED);
    }

    private static Flash said(String code) {
        return new Flash("success", code, List.of());
    }

    private List<RosterAlias> remembered(CountySeason season) {
        return season.clerk(() -> aliases.list(season.code(), null));
    }

    /** The rosters of civil affairs that were read, and not once more since. */
    private List<RosterSummary> standing(CountySeason season) {
        return season.clerk(() -> desk.list(season.code(), YEAR, Department.CIVIL_AFFAIRS)).stream()
                .map(roster -> season.roster(season.read(roster.id())))
                .filter(roster -> roster.status() != RosterStatus.REPLACED)
                .filter(roster -> roster.status() != RosterStatus.REFUSED)
                .toList();
    }

    private static UUID uploaded(CountySeason season, Department department, Listed person) {
        return season.uploaded(department, RosterKind.ADDITIONS, person);
    }

    private ResultActions explain(CountySeason season, UUID roster, String meaning) throws Exception {
        return mvc.perform(post("/rosters/" + roster + "/wordings")
                .param("written", OWN_WORDING)
                .param("meaning", meaning)
                .with(officer(season))
                .with(csrf()));
    }

    private static MockMultipartHttpServletRequestBuilder upload(CountySeason season, byte[] workbook) {
        return (MockMultipartHttpServletRequestBuilder) multipart("/rosters")
                .file(new MockMultipartFile("file", "list.xlsx", null, workbook))
                .param("kind", "full")
                .with(officer(season))
                .with(csrf());
    }

    private static RequestPostProcessor officer(CountySeason season) {
        return SignedIn.officerOf(Department.CIVIL_AFFAIRS, season.code());
    }

    private static byte[] workbook(List<String> headings, Listed person) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "zhubao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            List<String> cells = List.of(person.name(), person.number(), person.identity());
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
                sheet.value(1, i, cells.get(i));
            }
        }
        return out.toByteArray();
    }
}
