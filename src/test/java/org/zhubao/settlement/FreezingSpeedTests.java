package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.Run;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.HeapWatch;
import org.zhubao.support.ManyPeople;

/** How long a sheet of 200,000 lines takes to be drafted, frozen and entered in the ledger. Run by {@code -Psheets}. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=freezing")
@Tag("sheets")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class FreezingSpeedTests {

    private static final Logger log = LoggerFactory.getLogger(FreezingSpeedTests.class);
    private static final int PEOPLE = Integer.getInteger("sheets.people", 200_000);
    private static final int MOST_HEAP = 256;

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Test
    void aSheetOfTwoHundredThousandLinesIsFrozenInLittleHeap() {
        CountySeason season = counties.fresh(2025);
        season.accepted(season.person());
        Run run = season.run();
        ManyPeople.likeTheFirst(season, run, PEOPLE);
        season.owner().sql("vacuum analyze").update();
        SettledSeason settled = new SettledSeason(settling);
        try (HeapWatch heap = new HeapWatch()) {
            long begin = System.nanoTime();
            Draft draft = settled.draft(season, SettledSeason.MEDICAL);
            long drafted = System.nanoTime();
            Sheet sheet = settled.freeze(season, SettledSeason.MEDICAL);
            long frozen = System.nanoTime();
            long most = heap.peak();
            log.info(
                    "freeze-{} draft_ms={} freeze_ms={} heap={}MB",
                    PEOPLE,
                    (drafted - begin) / 1_000_000,
                    (frozen - drafted) / 1_000_000,
                    most);
            assertThat(draft.persons()).isEqualTo(PEOPLE);
            assertThat(sheet.lines()).isEqualTo(PEOPLE);
            assertThat(SettledSeason.borneFen(season, SettledSeason.MEDICAL)).isEqualTo(PEOPLE * 30_000L);
            assertThat(most).as("heap in MB").isLessThanOrEqualTo(MOST_HEAP);
        }
    }
}
