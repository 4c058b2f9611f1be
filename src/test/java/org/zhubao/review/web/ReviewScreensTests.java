package org.zhubao.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.review.FindingItems;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Flash;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;

/** The review on the screen: what a group shows, what may be attached, and the letter to the department. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class ReviewScreensTests {

    private static final byte[] PDF = "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII);
    private static final String SILENT = "child-in-difficulty|child-in-difficulty";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private FindingItems finding;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;
    private RequestPostProcessor clerk;

    @BeforeEach
    void twoPeopleOfWhomTheTextIsSilent() {
        season = counties.fresh(2021);
        clerk = SignedIn.as(Role.CLERK, season.code());
        LocalDate born = LocalDate.of(1995, 3, 1);
        season.accepted(
                season.born(born).as("困境儿童"), season.born(born).as("困境儿童").in(CountySeason.WEST));
        season.run();
        season.clerkDoes(() -> finding.find(season.place()));
    }

    @Test
    void aGroupShowsItsPeopleByTownshipAndWhatEachDecisionComesTo() throws Exception {
        String page =
                people("").andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(page)
                .contains("overridden:subsistence-allowance")
                .contains("550.00")
                .contains(CountySeason.EAST);

        String west = people(season.code() + "002").andReturn().getResponse().getContentAsString();
        assertThat(west).contains("275.00").doesNotContain("550.00");
    }

    @Test
    void aPaperIsKeptEncryptedAndHandedOutAsAFileOnly() throws Exception {
        decide("overridden:subsistence-allowance", PDF).andExpect(redirectedUrl("/review"));
        byte[] stored = season.owner()
                .sql("select content_cipher from override_attachment where county = ?")
                .param(season.code())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("PDF");

        String id = season.owner()
                .sql("select id::text from override_attachment where county = ?")
                .param(season.code())
                .query(String.class)
                .single();
        mvc.perform(get("/review/attachments/" + id).with(clerk))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andExpect(content().bytes(PDF));
    }

    /** Those of a group, and somebody decided about although nothing was found of them. */
    @Test
    void whoIsToAgreeSeesThePeopleFirst() throws Exception {
        decide("overridden:subsistence-allowance", PDF);
        season.accepted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.FULL,
                season.person().called("孙单独").as("建档立卡"));
        season.run();
        String alone = season.owner()
                .sql("select id::text from person where county = ? and name = '孙单独'")
                .param(season.code())
                .query(String.class)
                .single();
        mvc.perform(multipart("/review/decisions")
                .param("person", alone)
                .param("persons", "1")
                .param("act", "overridden:")
                .param("reason", "x")
                .param("document", "y")
                .with(clerk)
                .with(csrf()));

        List<String> shown = Pattern.compile("href=\"(/review/decisions/[^\"]+/people)\">")
                .matcher(reviewer("/review/proposals"))
                .results()
                .map(link -> reviewer(link.group(1)))
                .toList();

        assertThat(shown).hasSize(2);
        assertThat(shown.get(0)).contains("共 2 条", CountySeason.EAST, CountySeason.WEST);
        assertThat(shown.get(1)).contains("共 1 条", "孙单独");
    }

    private String reviewer(String address) {
        try {
            return mvc.perform(get(address).with(SignedIn.as(Role.REVIEWER, season.code())))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(address, e);
        }
    }

    @Test
    void whatIsNoPaperIsRefusedAndNothingIsProposed() throws Exception {
        Flash answer = (Flash) decide("overridden:", "<html>".getBytes(StandardCharsets.US_ASCII))
                .andReturn()
                .getFlashMap()
                .get(Flash.ATTRIBUTE);
        assertThat(answer.code()).isEqualTo("refusal.review.attachment-form");
        assertThat(season.owner()
                        .sql("select count(*) from override where county = ?")
                        .param(season.code())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theLetterNamesThePeopleWithMaskedNumbers() throws Exception {
        decide("asked", new byte[0]).andExpect(redirectedUrl("/review/decisions"));
        String letter = season.owner()
                .sql("select id::text from review_letter where county = ?")
                .param(season.code())
                .query(String.class)
                .single();

        mvc.perform(get("/review/letters/" + letter).with(clerk))
                .andExpect(content().string(containsString("********")));
        mvc.perform(get("/review/decisions").with(clerk))
                .andExpect(content().string(containsString("/review/letters/" + letter)));
    }

    @Test
    void aClerkLooksAgainAndAReviewerDoesNot() throws Exception {
        mvc.perform(post("/review/finding").with(clerk).with(csrf())).andExpect(redirectedUrl("/review"));
        mvc.perform(post("/review/finding")
                        .with(SignedIn.as(Role.REVIEWER, season.code()))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private ResultActions people(String township) throws Exception {
        return mvc.perform(get("/review/people")
                .param("kind", "text-silent")
                .param("pattern", SILENT)
                .param("township", township)
                .with(clerk));
    }

    private ResultActions decide(String act, byte[] paper) throws Exception {
        return mvc.perform(multipart("/review/decisions")
                .file(new MockMultipartFile("file", "paper.pdf", "application/pdf", paper))
                .param("kind", "text-silent")
                .param("pattern", SILENT)
                .param("persons", "2")
                .param("act", act)
                .param("reason", "x")
                .param("document", "y")
                .with(clerk)
                .with(csrf()));
    }
}
