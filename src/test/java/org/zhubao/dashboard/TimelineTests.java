package org.zhubao.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhubao.dashboard.Timeline.Deadline;
import org.zhubao.dashboard.Timeline.Standing;
import org.zhubao.rules.Milestone;

/** Where a season is between its deadlines. */
class TimelineTests {

    private static final LocalDate LISTS = LocalDate.of(2020, 8, 20);
    private static final LocalDate MARKS = LocalDate.of(2020, 8, 30);

    @Test
    void beforeTheFirstDeadlineNothingIsDone() {
        Timeline timeline = on(LISTS.minusDays(3));

        assertThat(timeline.doneAt()).isZero();
        assertThat(timeline.daysLeft()).isEqualTo(3);
        assertThat(timeline.hasBegun()).isFalse();
    }

    @Test
    void onItsDayADeadlineIsStillToCome() {
        Timeline timeline = on(LISTS);

        assertThat(timeline.next()).map(Deadline::on).contains(LISTS);
        assertThat(timeline.daysLeft()).isZero();
    }

    @Test
    void betweenTwoDeadlinesTheDaysTellHowFar() {
        Timeline timeline = on(LISTS.plusDays(5));

        assertThat(timeline.deadlines()).extracting(Deadline::at).containsExactly(25, 75);
        assertThat(timeline.deadlines()).extracting(Deadline::standing).containsExactly(Standing.PAST, Standing.NEXT);
        assertThat(timeline.doneAt()).isEqualTo(50);
        assertThat(timeline.hasBegun()).isTrue();
    }

    @Test
    void afterTheLastDeadlineEverythingIsDone() {
        Timeline timeline = on(MARKS.plusDays(1));

        assertThat(timeline.doneAt()).isEqualTo(100);
        assertThat(timeline.next()).isEmpty();
    }

    private static Timeline on(LocalDate today) {
        return Timeline.of(
                List.of(
                        new Milestone(MARKS, "bureau", "marks", List.of()),
                        new Milestone(LISTS, "departments", "lists", List.of())),
                today);
    }
}
