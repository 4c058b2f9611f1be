package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.determination.DeterminingHere;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Receipts;
import org.zhubao.levy.Reconciling;
import org.zhubao.support.SettableClock;

/**
 * A season whose next step is drawn by lot: lists and runs, sheets frozen and moved, cases decided. After every step sheets
 * and ledger are held against a model, in the end runs against the register as it was known, and where a difference went
 * on to the next year that year is begun.
 */
final class RandomSeason {

    private static final int STEPS = 16;
    private static final LocalDate BEGIN = LocalDate.of(2024, 12, 21);

    /** What a season is played with. */
    record Doors(
            SettlingAccounts settling,
            MovingSheets moving,
            OpenCases cases,
            CaseDecisions decisions,
            DecidingCases deciding,
            DeterminingSubsidies determining,
            DeterminingHere here,
            PushingMarks pushing,
            MarkPushes pushes,
            Receipts receipts,
            Reconciling reconciling,
            JdbcClient jdbc,
            SettableClock clock) {}

    private final EveryKind county;
    private final Doors doors;
    private final Random random;
    private final List<String> done = new ArrayList<>();

    /** @param seed draws the same season again */
    RandomSeason(EveryKind county, Doors doors, long seed) {
        this.county = county;
        this.doors = doors;
        this.random = new Random(seed);
    }

    /**
     * In the caller's transaction, which is to be taken back.
     *
     * @return how many sheets were frozen
     */
    int play() {
        doors.clock().set(BEGIN);
        // Planning the largest statements takes longer than they do: leave them in the order they are written in
        doors.jdbc()
                .sql(
                        "select set_config('join_collapse_limit', '1', true), set_config('from_collapse_limit', '1', true)")
                .query(row -> {});
        int year = county.county().year();
        SettlementModel model = new SettlementModel(county.notice(), year);
        SeasonYear first = new SeasonYear(county, year, model, doors, random);
        step(first, first.run());
        for (int step = 1; step < STEPS; step++) {
            step(first, next(first));
        }
        first.determinesTheSameAgain();
        everyFund(first);
        assertThat(first.beyondThePremium())
                .as("people for whom funds bear more than enrolment costs, after %s", done)
                .isEmpty();
        return first.frozen()
                + model.yearAfter()
                        .filter(next -> county.notice().holdsNextYear())
                        .map(this::playOn)
                        .orElse(0);
    }

    /** The next year, until it has charged what goes on to it, and once more. */
    private int playOn(SettlementModel model) {
        SeasonYear second = new SeasonYear(county, county.county().year() + 1, model, doors, random);
        step(second, second.run());
        everyFund(second);
        step(second, second.move());
        everyFund(second);
        return second.frozen();
    }

    private String next(SeasonYear year) {
        doors.clock().set(doors.clock().instant().plusSeconds(60));
        if (!year.isReady() && random.nextBoolean()) {
            return year.tax().reconcile();
        }
        if (random.nextInt(4) == 0) {
            return year.tax().step();
        }
        int lot = random.nextInt(12);
        if (lot < 3 || year.frozen() == 0 && lot > 6) {
            return year.run();
        }
        if (lot < 7) {
            return year.freeze(anyFund());
        }
        return lot < 10 ? year.move() : year.decide(anyFund());
    }

    private void everyFund(SeasonYear year) {
        if (!year.isReady()) {
            step(year, year.tax().reconcile());
        }
        for (String fund : county.notice().funds()) {
            doors.clock().set(doors.clock().instant().plusSeconds(60));
            step(year, year.freeze(fund));
        }
    }

    private String anyFund() {
        return county.notice()
                .funds()
                .get(random.nextInt(county.notice().funds().size()));
    }

    private void step(SeasonYear year, String what) {
        done.add(what);
        assertThat(year.differences()).as("after %s", String.join(", ", done)).isEmpty();
    }
}
