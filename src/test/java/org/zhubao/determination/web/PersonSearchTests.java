package org.zhubao.determination.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SmallSeason;
import org.zhubao.support.SmallSeason.Someone;

/** An identity number is sent in the body of a request and never becomes part of an address, a log or a referrer. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=people")
class PersonSearchTests {

    private static final Someone SOMEONE = Someone.of("周寻", "031", 0);
    private static final RequestPostProcessor CLERK = SignedIn.as(Role.CLERK, "510402");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SmallSeason season;

    @Autowired
    private DatabaseBehindTheWalls database;

    private String person;

    @BeforeEach
    void aPerson() {
        String known = "select id::text from person where name = '周寻'";
        if (database.sql().sql(known).query(String.class).list().isEmpty()) {
            season.play("510402", SOMEONE);
        }
        person = database.sql().sql(known).query(String.class).single();
    }

    @Test
    void aWholeNumberLeadsToItsPersonAndStaysOutOfTheAddress() throws Exception {
        typed(SOMEONE.number()).andExpect(redirectedUrl("/people/" + person));
        typed(" " + SOMEONE.number().substring(0, 6) + " " + SOMEONE.number().substring(6))
                .andExpect(redirectedUrl("/people/" + person));
    }

    @Test
    void soDoesOneInDigitsOfFullWidth() throws Exception {
        String wide = SOMEONE.number()
                .chars()
                .mapToObj(character -> String.valueOf((char) (character + '０' - '0')))
                .collect(Collectors.joining());

        typed(wide).andExpect(redirectedUrl("/people/" + person));
        asked(wide).andExpect(content().string(not(containsString("/people/" + person))));
    }

    @Test
    void aNumberWithASlipInItStaysOutOfTheAddressToo() throws Exception {
        typed(SOMEONE.number().substring(0, 17))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有找到")));
    }

    @Test
    void aNameAndTheLastFourMayStandInTheAddress() throws Exception {
        typed("周寻").andExpect(redirectedUrl("/people?q=%E5%91%A8%E5%AF%BB"));
        String tail = SOMEONE.number().substring(14);
        typed(tail).andExpect(redirectedUrl("/people?q=" + tail));

        asked("周寻").andExpect(content().string(containsString("/people/" + person)));
        asked(tail).andExpect(content().string(containsString("/people/" + person)));
    }

    @Test
    void anAddressWithANumberInItFindsNobody() throws Exception {
        asked(SOMEONE.number()).andExpect(content().string(not(containsString("/people/" + person))));
    }

    @Test
    void whatIsFoundIsKeptByNoBrowserAndTheAddressIsToldToNoOtherServer() throws Exception {
        asked("周寻")
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Referrer-Policy", "same-origin"));
    }

    private ResultActions typed(String text) throws Exception {
        return mvc.perform(post("/people").param("q", text).with(CLERK).with(csrf()));
    }

    private ResultActions asked(String text) throws Exception {
        return mvc.perform(get("/people").param("q", text).with(CLERK));
    }
}
