package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.settlement.SettledSeason.borneFen;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhubao.support.CountySeason;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OwnNotice;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;
import org.zhubao.support.WhileHeld;

/** Of two who do at once what does not go together, one has an effect and the other is told so. */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=review")
class AtOnceTests {

    @Autowired
    private OwnNotice notice;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private OpenCases cases;

    @Autowired
    private CaseDecisions decisions;

    @Autowired
    private DecidingCases deciding;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    private SettledSeason settled;

    @BeforeEach
    void remembersTheTime() {
        settled = new SettledSeason(settling);
    }

    @Test
    void ofTwoWhoConfirmTheSameDecisionOneCarriesTheMoney() {
        CountySeason season = notice.season();
        Listed kept = season.person();
        season.accepted(kept, season.person());
        season.run();
        settled.freeze(season, "county");
        clock.set(LocalDate.of(2025, 2, 10));
        season.accepted(kept);
        season.run();
        season.clerkDoes(() -> deciding.propose(
                season.county(),
                2025,
                "county",
                cases.list(season.county(), 2025, "county", 0, 9).stream()
                        .map(OpenCase::personId)
                        .toList(),
                CaseVerdict.NEXT_YEAR,
                "x",
                "clerk"));
        List<CaseDecision> waiting = season.clerk(() -> decisions.newest(season.code(), 2025, 9));
        Runnable confirm =
                () -> deciding.confirm(season.county(), 2025, waiting.get(0).id(), "reviewer");

        assertThat(held(season).answer(confirm, confirm)).startsWith("409 settlement.");
        assertThat(borneFen(season, "county")).isEqualTo(12_000);
    }

    private WhileHeld held(CountySeason season) {
        return new WhileHeld(season, transactions);
    }
}
