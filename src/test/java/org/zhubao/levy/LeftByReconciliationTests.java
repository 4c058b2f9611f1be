package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.review.Act;
import org.zhubao.review.DecidingItems;
import org.zhubao.review.ItemKind;
import org.zhubao.review.ReviewDesk;
import org.zhubao.review.Selection;
import org.zhubao.site.Paging;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;

/** Two causes of a reconciliation are for a person to decide: each is a matter of the review, once, with its money. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=levy")
class LeftByReconciliationTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private DecidingItems deciding;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LeviedSeason levied;

    private CountySeason season;

    @Test
    void whoWasSubsidisedThoughNobodyRecognisesThemIsReviewedAndComesBackWhenTheMoneyChanges() {
        season = counties.fresh(2021);
        Listed stays = season.person().called("钱留下");
        Listed early = season.person().called("孙先缴");
        Listed late = season.person().called("李后缴");
        on(LocalDate.of(2020, 8, 20), () -> season.accepted(stays, early, late));
        on(LocalDate.of(2020, 8, 22), () -> levied.push(season));
        on(LocalDate.of(2020, 8, 28), () -> season.accepted(stays));
        on(LocalDate.of(2020, 8, 29), () -> levied.push(season));
        levied.paid(
                season,
                PaymentSheet.payments()
                        .paid(stays, 275, 30, "2020-10-09")
                        .paid(early, 275, 30, "2020-08-25")
                        .paid(late, 275, 30, "2020-10-09"));

        on(LocalDate.of(2020, 10, 20), () -> levied.reconcile(season));
        on(LocalDate.of(2020, 10, 21), () -> levied.reconcile(season));

        assertThat(lines(null))
                .extracting(ReviewDesk.Line::name, ReviewDesk.Line::kind, ReviewDesk.Line::subsidyFen)
                .containsExactlyInAnyOrder(
                        tuple("孙先缴", ItemKind.NO_LONGER_RECOGNISED, 27_500L),
                        tuple("李后缴", ItemKind.REMOVED_BEFORE_PAYMENT, 27_500L));

        decide(ItemKind.NO_LONGER_RECOGNISED);
        decide(ItemKind.REMOVED_BEFORE_PAYMENT);
        on(LocalDate.of(2020, 10, 22), () -> levied.reconcile(season));
        assertThat(lines(null)).as("decided").isEmpty();

        levied.paid(season, PaymentSheet.payments().paid(early, 100, 0, "2020-10-25"));
        on(LocalDate.of(2020, 10, 30), () -> levied.reconcile(season));
        assertThat(lines(ItemKind.NO_LONGER_RECOGNISED))
                .as("another amount is another matter")
                .extracting(ReviewDesk.Line::subsidyFen)
                .containsExactly(37_500L);
    }

    private void on(LocalDate day, Runnable work) {
        clock.set(day);
        work.run();
    }

    private void decide(ItemKind kind) {
        season.clerk(() -> deciding.decide(season.place(), Selection.all(kind), Act.DISMISSED, "seen", 1, "clerk"));
    }

    private List<ReviewDesk.Line> lines(ItemKind kind) {
        return season.clerk(() -> desk.lines(season.place(), Selection.all(kind), new Paging(1, 100, 100)));
    }
}
