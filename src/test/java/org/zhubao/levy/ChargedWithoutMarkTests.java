package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.settlement.Draft;
import org.zhubao.settlement.OpenCase;
import org.zhubao.settlement.OpenCases;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/** Where only the mark was missing, the notice says what follows from another amount, as it does of everybody else. */
@DatabaseTest
@ExtendWith(SetsTheClockBack.class)
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class ChargedWithoutMarkTests {

    private static final String MEDICAL = "medical-assistance";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private OpenCases cases;

    @Autowired
    private SettableClock clock;

    /** For 2025 the notice is silent about more for somebody who is not disabled. */
    @Test
    void whoeverWasSubsidisedWithoutAMarkAndIsGrantedMoreByNowIsAnOpenCaseAndNoDeduction(
            @Autowired LeviedSeason levied) {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person().called("钱未标");
        season.accepted(person);
        season.run();
        season.clerkDoes(() -> settling.freeze(season.county(), 2025, MEDICAL, "clerk"));
        clock.set(clock.instant().plusSeconds(60));
        levied.paid(season, PaymentSheet.payments().paid(person, 300, 100, "2024-12-20"));
        season.accepted(person.as("特困人员"));

        assertThat(levied.found(season)).containsEntry("钱未标", "NOT_MARKED 10000");

        List<OpenCase> open = season.clerk(() -> cases.list(season.county(), 2025, MEDICAL, 0, 10));
        assertThat(open)
                .extracting(OpenCase::name, OpenCase::chargedFen, OpenCase::dueFen)
                .containsExactly(tuple("钱未标", 30_000L, 40_000L));
        assertThat(season.clerk(() -> settling.drafts(season.county(), 2025)))
                .filteredOn(draft -> draft.fund().equals(MEDICAL))
                .extracting(Draft::persons)
                .as("on the next sheet")
                .containsExactly(0);
    }
}
