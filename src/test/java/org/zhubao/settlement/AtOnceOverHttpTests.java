package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.zhubao.settlement.SettledSeason.MEDICAL;
import static org.zhubao.settlement.SettledSeason.borneFen;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.Tokens;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Program;
import org.zhubao.support.SettableClock;
import org.zhubao.support.WhileHeld;

/** Of requests that come at once and do not go together one has its effect; every other one is told that it came late. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class AtOnceOverHttpTests {

    private static final String SHEETS = "/api/v1/settlement-sheets";

    @LocalServerPort
    private int port;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private Tokens tokens;

    @Autowired
    private SubmittingRosters submitting;

    @Autowired
    private DeterminingSubsidies determining;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    private SettledSeason settled;
    private CountySeason season;
    private UUID roster;
    private Program program;

    @BeforeEach
    void aCountyWhoseRunIsPublished() {
        settled = new SettledSeason(settling);
        season = counties.fresh(2025);
        roster = season.accepted(season.person());
        season.run();
        clock.set(clock.instant().plusSeconds(1));
        program = new Program(port, tokens.of(Role.CLERK, season.code()));
    }

    @Test
    void whoeverApprovesAsSecondIsToldSo() {
        Sheet sheet = settled.freeze(season, MEDICAL);

        assertThat(held(() -> moving.approve(sheet.id(), "first"), () -> click(sheet, "approval", Role.REVIEWER)))
                .isEqualTo("409 settlement.moved-on");
        assertThat(settled.now(season, sheet).standing().approved())
                .isNotNull()
                .extracting(Signature::by)
                .isEqualTo("first");
    }

    @Test
    void whoeverApprovesASheetThatIsBeingTakenBackIsToldSo() {
        Sheet sheet = settled.freeze(season, MEDICAL);

        assertThat(held(
                        () -> moving.revoke(sheet, "wrong list", "clerk"),
                        () -> click(sheet, "approval", Role.REVIEWER)))
                .isEqualTo("409 settlement.moved-on");
        assertThat(settled.now(season, sheet).status()).isEqualTo(SheetStatus.VOID);
        assertThat(borneFen(season, MEDICAL)).isZero();
    }

    @Test
    void whoeverFreezesByAListThatIsBeingWithdrawnIsToldSo() {
        assertThat(held(() -> submitting.withdraw(roster, "clerk", "sent by mistake"), this::freeze))
                .isEqualTo("409 settlement.roster-withdrawn");
        assertThat(borneFen(season, MEDICAL)).isZero();
    }

    @Test
    void whoeverWithdrawsAListByWhichASheetIsBeingFrozenIsToldSo() {
        assertThat(held(
                        () -> settling.freeze(season.county(), 2025, MEDICAL, "clerk"),
                        () -> told(
                                program.post("/api/v1/rosters/" + roster + "/withdrawal", "{\"reason\":\"mistake\"}"))))
                .isEqualTo("409 roster.settled");
        assertThat(borneFen(season, MEDICAL)).isEqualTo(30_000);
    }

    @Test
    void whoeverPushesWhileARunIsBeingStartedIsToldSo() {
        assertThat(held(
                        () -> determining.start(season.county(), 2025, "clerk"),
                        () -> told(program.post("/api/v1/mark-pushes", json("\"kind\":\"full\"")))))
                .isEqualTo("409 levy.run-under-way");
    }

    @Test
    void ofAHundredWhoFreezeWhileOneFreezesNoneHasAnEffectAndNoNumberIsLost() {
        ExecutorService clerks = Executors.newFixedThreadPool(100);
        try {
            List<String> answers = new WhileHeld(season, transactions)
                    .answer(
                            () -> settling.freeze(season.county(), 2025, MEDICAL, "clerk"),
                            () -> {
                                List<CompletableFuture<String>> clicks = IntStream.range(0, 100)
                                        .mapToObj(n -> CompletableFuture.supplyAsync(this::freeze, clerks))
                                        .toList();
                                return clicks.stream()
                                        .map(CompletableFuture::join)
                                        .collect(Collectors.toList());
                            },
                            3);
            assertThat(answers).hasSize(100).containsOnly("409 settlement.nobody-left");
        } finally {
            clerks.shutdownNow();
        }
        season.accepted(season.person(), season.person());
        season.run();

        assertThat(settled.freeze(season, MEDICAL).number()).endsWith("-02");
    }

    private String freeze() {
        return told(program.post(SHEETS, json("\"fund\":\"" + MEDICAL + "\"")));
    }

    private String json(String more) {
        return "{\"division\":\"%s\",\"benefitYear\":2025,%s}".formatted(season.code(), more);
    }

    private static String told(Program.Answer answer) {
        return answer.status() + " " + answer.json().path("code").asString();
    }

    /** @return status and code of the page, which says what happened and leads back to the sheet as it is now */
    private String click(Sheet sheet, String move, Role role) {
        String page = "/settlement/" + sheet.id();
        try {
            MvcResult answer = mvc.perform(post(page + "/" + move)
                            .header(HttpHeaders.REFERER, "http://localhost" + page)
                            .with(SignedIn.as(role, season.code()))
                            .with(csrf()))
                    .andReturn();
            Refusal refusal = (Refusal) answer.getModelAndView().getModel().get("refusal");
            assertThat(answer.getResponse().getContentAsString())
                    .contains("情况已经变了", "已经不在这一步", "href=\"" + page + "\"");
            return answer.getResponse().getStatus() + " " + refusal.code();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String held(Runnable first, Supplier<String> second) {
        return new WhileHeld(season, transactions).answer(first, second, 1);
    }
}
