package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.settlement.Draft;
import org.zhubao.settlement.OpenCase;
import org.zhubao.settlement.OpenCases;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.SheetLine;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SetsTheClockBack;
import org.zhubao.support.SettableClock;

/**
 * A fund was charged for somebody, and another bears them by now. Before the first gives that back, it becomes a question
 * whether any fund bears the person: then what is borne twice goes back all the same, and the question is asked of the rest.
 */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
@ExtendWith(SetsTheClockBack.class)
class ReplacedFundsTests {

    private static final String FEDERATION = "federation";
    private static final String MEDICAL = "medical-assistance";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private OpenCases cases;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LeviedSeason levied;

    @Test
    void whatAnotherFundBearsByNowGoesBackWhileItIsAskedWhetherThePersonHadDied() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person().called("孙换付");
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                person.as("残疾人").disabled("肢体", "三级"));
        season.run();
        freeze(season, FEDERATION);
        clock.set(clock.instant().plusSeconds(1));
        season.accepted(person);
        levied.push(season);
        freeze(season, MEDICAL);
        levied.paid(season, PaymentSheet.payments().paid(person, 400, 0, "2024-12-21"));
        clock.set(LocalDate.of(2025, 2, 1));
        levied.insured(season, PaymentSheet.statuses().insured(person, "居民医保", "本地", "死亡"));
        levied.reconcile(season);

        assertThat(draft(season, FEDERATION).totalFen()).isEqualTo(-30_000);
        assertThat(draft(season, MEDICAL))
                .extracting(Draft::totalFen, Draft::open)
                .containsExactly(0L, 1);

        assertThat(freeze(season, FEDERATION))
                .extracting(SheetLine::fundFen, SheetLine::medicalAssistanceFen, SheetLine::remark)
                .containsExactly(tuple(-30_000L, 30_000L, "调整资金渠道：已由其他资金承担（原已结算400.00元）"));
        assertThat(open(season, FEDERATION))
                .as("asked of the rest")
                .extracting(OpenCase::chargedFen, OpenCase::dueFen)
                .containsExactly(tuple(10_000L, 0L));
        assertThat(open(season, MEDICAL))
                .extracting(OpenCase::chargedFen, OpenCase::dueFen)
                .containsExactly(tuple(30_000L, 0L));
    }

    @Test
    void whatAnotherFundBearsByNowGoesBackWhileItIsAskedWhyNobodyRecognisesThePersonAnyLonger() {
        CountySeason season = counties.fresh(2025);
        Listed person = season.person().called("孙换付");
        Listed other = season.person();
        season.accepted(person.as("特困"), other);
        season.run();
        freeze(season, MEDICAL);
        clock.set(clock.instant().plusSeconds(1));
        season.accepted(other);
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                person.as("残疾人").disabled("肢体", "一级"));
        levied.push(season);
        freeze(season, FEDERATION);
        levied.paid(season, PaymentSheet.payments().paid(person, 400, 400, "2024-12-21"));
        season.accepted(
                Department.DISABLED_FEDERATION, RosterKind.FULL, other.as("残疾人").disabled("肢体", "三级"));
        levied.reconcile(season);

        assertThat(levied.found(season)).containsEntry("孙换付", "NO_LONGER_RECOGNISED 0");
        assertThat(open(season, MEDICAL)).as("its part is no question").isEmpty();
        assertThat(freeze(season, MEDICAL))
                .filteredOn(line -> line.name().equals("孙换付"))
                .extracting(SheetLine::fundFen, SheetLine::payableFen, SheetLine::remark)
                .containsExactly(tuple(-40_000L, 0L, "调整资金渠道：已由其他资金承担（原已结算400.00元）"));
        assertThat(open(season, FEDERATION))
                .extracting(OpenCase::chargedFen, OpenCase::dueFen)
                .containsExactly(tuple(40_000L, 0L));
    }

    private Draft draft(CountySeason season, String fund) {
        return season.clerk(() -> settling.drafts(season.county(), 2025)).stream()
                .filter(draft -> draft.fund().equals(fund))
                .findFirst()
                .orElseThrow();
    }

    private List<OpenCase> open(CountySeason season, String fund) {
        return season.clerk(() -> cases.list(season.county(), 2025, fund, 0, 10));
    }

    private List<SheetLine> freeze(CountySeason season, String fund) {
        return season.clerk(() -> {
            var sheet = settling.sheet(settling.freeze(season.county(), 2025, fund, "clerk"), season.code())
                    .orElseThrow();
            List<SheetLine> lines = new ArrayList<>();
            settling.read(sheet, stream -> stream.forEach(lines::add));
            return lines;
        });
    }
}
