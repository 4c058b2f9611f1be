package org.zhubao.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Offices;
import org.zhubao.account.Tokens;
import org.zhubao.determination.DeterminingHere;

/**
 * The whole application against the run's PostgreSQL, with a clock that stands at 20 December 2024 when a class begins. The database is
 * shared by all such tests: each works in a county and year, or with a user, of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({
    TestDatabase.class,
    CountySeasons.class,
    CountyPolicies.class,
    SmallSeason.class,
    Tokens.class,
    Handlers.class,
    Offices.class,
    DraftsOnTheirWay.class,
    LevyOnItsWay.class,
    MattersOnTheirWay.class,
    OwnNotice.class,
    CasesOnTheirWay.class,
    DeterminingHere.class,
    CorrectionsOnTheirWay.class,
    OnRecord.class,
    SheetsOnTheirWay.class,
    ProperRequests.class,
    Rehearsal.class,
    ErrorAnswers.class
})
@TestExecutionListeners(
        listeners = ClockSetBack.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@TestPropertySource(
        properties = {
            "zhubao.key-file=${java.io.tmpdir}/zhubao-test-key",
            // A job that is started begins at once
            "db-scheduler.polling-interval=50ms",
            // The clock stands still, and all tests come from one address
            "zhubao.rate-limit.sign-in=100000",
            "zhubao.rate-limit.upload=100000"
        })
public @interface DatabaseTest {}
