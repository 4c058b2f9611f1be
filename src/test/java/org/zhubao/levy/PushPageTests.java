package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Scope;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;

/** What the clerk sees of the pushes. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class PushPageTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private MarkPushes pushes;

    @Autowired
    private Receipts receipts;

    @Autowired
    private MockMvc mvc;

    @Test
    void whomTheTaxBureauDidNotTakeIsOneClickAwayWithTheReasonAndWhatToDo() throws Exception {
        CountySeason season = counties.fresh(2025);
        season.accepted(season.person().called("钱接收"), season.person().called("孙退回"));
        season.run();
        UUID push = season.clerk(() -> pushing.push(season.county(), 2025, PushKind.FULL, "clerk"));
        season.clerkDoes(() -> receipts.refuse(
                pushes.find(push, new Scope(season.code())).orElseThrow(), sequence(season, push), "查无此人", "tax"));

        assertThat(page(season, "/tax")).contains("退回 1 人", push + "?refused=true");
        assertThat(page(season, "/tax/pushes/" + push)).contains("孙退回", "钱接收");
        assertThat(page(season, "/tax/pushes/" + push + "?refused=true"))
                .contains("孙退回", "查无此人", "核对姓名和身份证号码")
                .doesNotContain("钱接收");
    }

    @Test
    void theDeadlinesOfTheNoticeStandBesideThePushes() throws Exception {
        assertThat(page(counties.fresh(2025), "/tax")).contains("文件规定的期限", "2024-08-20", "推送首次数据");
    }

    private static int sequence(CountySeason season, UUID push) {
        return season.owner()
                .sql("select sequence from mark_line where push_id = ? and name = '孙退回'")
                .param(push)
                .query(Integer.class)
                .single();
    }

    private String page(CountySeason season, String address) throws Exception {
        return mvc.perform(get(address).with(SignedIn.as(Role.CLERK, season.code())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
