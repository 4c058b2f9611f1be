package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/** By a sheet that takes back more than it charges the fund gets money: nobody is told that it was paid. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
@ExtendWith(SetsTheClockBack.class)
class MoneyBackTests {

    private static final String MEDICAL = "medical-assistance";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;
    private UUID charged;

    @BeforeEach
    void somebodyIsChargedAndRemovedBeforeTheCover() {
        season = counties.fresh(2025);
        Listed kept = season.person();
        season.accepted(kept, season.person());
        season.run();
        charged = freeze();
        clock.set(clock.instant().plusSeconds(1));
        season.accepted(kept);
        season.run();
    }

    @Test
    void itIsReceivedInEveryWord() throws Exception {
        assertThat(page("/settlement", Role.CLERK)).contains("1 人，应收回 300.00 元。冻结后不能修改");
        UUID back = freeze();
        assertThat(page("/settlement/" + back, Role.REVIEWER))
                .contains("复核通过 1 人、应收回 300.00 元？", "应收回（元）", "人民币叁佰元整")
                .doesNotContain("-300.00 元", "人民币负");
        act(back, "approval", Role.REVIEWER);
        assertThat(page("/settlement/" + back, Role.FINANCE_OFFICER))
                .contains("登记收回", "收回日期")
                .doesNotContain("登记支付", "支付日期");
        act(back, "payment", Role.FINANCE_OFFICER, "paidOn", "2024-12-20", "voucher", "V-1");

        assertThat(page("/settlement/" + back, Role.FINANCE_OFFICER))
                .contains("已收回", "收回：test-finance，2024-12-20，凭证号 V-1")
                .doesNotContain("已支付", "支付：");
        assertThat(page("/settlement", Role.AUDITOR)).contains(">已收回<");
        assertThat(season.owner()
                        .sql("select action from audit_entry where object = ? order by id desc limit 1")
                        .param("sheet " + back)
                        .query(String.class)
                        .single())
                .isEqualTo("sheet-money-back");
        assertThat(paper(back)).contains("应收回金额合计（大写）：人民币叁佰元整").doesNotContain("资助金额合计（大写）", "负");
    }

    @Test
    void whatIsChargedIsPaidAsEver() throws Exception {
        act(charged, "approval", Role.REVIEWER);
        assertThat(page("/settlement/" + charged, Role.FINANCE_OFFICER))
                .contains("登记支付", "支付日期", "人民币陆佰元整")
                .doesNotContain("收回");
        act(charged, "payment", Role.FINANCE_OFFICER, "paidOn", "2024-12-20", "voucher", "V-1");

        assertThat(page("/settlement/" + charged, Role.AUDITOR)).contains("已支付", "支付：");
        assertThat(paper(charged)).contains("资助金额合计（大写）：人民币陆佰元整");
    }

    @Test
    void theReportOfTheYearTellsOfADeductionAlone() throws Exception {
        assertThat(page("/settlement/report", Role.AUDITOR)).contains("没有已复核的结算表");
        act(freeze(), "approval", Role.REVIEWER);

        assertThat(page("/settlement/report", Role.AUDITOR))
                .contains(">-300.00<")
                .doesNotContain("没有已复核的结算表");
    }

    private UUID freeze() {
        return season.clerk(() -> settling.freeze(season.county(), season.year(), MEDICAL, "clerk"));
    }

    private void act(UUID sheet, String what, Role role, String... parameters) throws Exception {
        var request = post("/settlement/" + sheet + "/" + what);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        assertThat(mvc.perform(request.with(SignedIn.as(role, season.code())).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
    }

    private String page(String address, Role role) throws Exception {
        return ask(address, role).getContentAsString(StandardCharsets.UTF_8).replaceFirst("(?s).*<main", "");
    }

    private String paper(UUID sheet) throws Exception {
        return text(ask("/settlement/" + sheet + "/paper", Role.AUDITOR).getContentAsByteArray());
    }

    private MockHttpServletResponse ask(String address, Role role) throws Exception {
        return mvc.perform(get(address).with(SignedIn.as(role, season.code())))
                .andReturn()
                .getResponse();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
