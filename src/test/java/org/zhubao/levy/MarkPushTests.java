package org.zhubao.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.SettableClock;
import org.zhubao.support.WhileHeld;

/** What the tax bureau is told, push by push. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class MarkPushTests {

    @Autowired
    private CountySeasons counties;

    @Autowired
    private PushingMarks pushing;

    @Autowired
    private MarkPushes pushes;

    @Autowired
    private MarkLines lines;

    @Autowired
    private Receipts receipts;

    @Autowired
    private DeterminingSubsidies determining;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    /** Before the last day on which removals count, whatever day the tests before have ended on. */
    @BeforeEach
    void inDecember() {
        clock.set(LocalDate.of(2024, 12, 20));
    }

    @Test
    void theFirstPushIsFullAndALaterOneSaysOnlyWhatIsDifferent() {
        CountySeason season = counties.fresh(2025);
        Listed stays = season.person().called("钱不变");
        Listed leaves = season.person().called("孙离开");
        season.accepted(stays, leaves);
        season.run();
        MarkPush first = push(season, PushKind.DELTA);
        season.accepted(stays, season.person().called("李新来"), season.person().called("周新来"));
        season.run();
        MarkPush second = push(season, PushKind.DELTA);

        assertThat(first).extracting(MarkPush::number, MarkPush::kind).containsExactly(1, PushKind.FULL);
        assertThat(said(season, first)).containsExactlyInAnyOrder("钱不变 ADDED", "孙离开 ADDED");
        assertThat(second).extracting(MarkPush::number, MarkPush::kind).containsExactly(2, PushKind.DELTA);
        assertThat(said(season, second)).containsExactlyInAnyOrder("孙离开 CANCELLED", "李新来 ADDED", "周新来 ADDED");
        assertThat(season.clerk(() -> pushes.isIntact(second))).isTrue();
    }

    @Test
    void everybodyIsToldWhatTheyPayInEachTierAndTheSecondTierCostsTheNoticesUpgrade() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        season.run();

        MarkLine line = lines(season, push(season, PushKind.FULL)).get(0);

        assertThat(line.tier()).isEqualTo("1");
        assertThat(line.subsidyFen()).isEqualTo(27500);
        assertThat(line.otherTiers()).singleElement().satisfies(second -> {
            assertThat(second.tier()).isEqualTo("2");
            assertThat(second.subsidyFen()).isEqualTo(27500);
            assertThat(second.collectedFen() - line.collectedFen()).isEqualTo(15000);
        });
    }

    @Test
    void whoseAmountsAreOthersNowIsToldAsChangedWithWhatTheyPayNow() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person().called("钱变更");
        season.accepted(person);
        season.run();
        push(season, PushKind.FULL);
        season.accepted(person.as("特困人员"));
        season.run();

        MarkPush second = push(season, PushKind.DELTA);

        assertThat(second)
                .extracting(MarkPush::added, MarkPush::changed, MarkPush::cancelled)
                .containsExactly(0, 1, 0);
        assertThat(lines(season, second)).singleElement().satisfies(line -> {
            assertThat(line.change()).isEqualTo(MarkChange.CHANGED);
            assertThat(line.tier()).isEqualTo("2");
            assertThat(line.subsidyFen()).isEqualTo(45500);
            assertThat(line.collectedFen()).isZero();
        });
    }

    @Test
    void nothingNewIsNotPushedTwice() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        season.run();
        push(season, PushKind.FULL);

        assertThat(refused(season, PushKind.DELTA)).isEqualTo("levy.nothing-to-push");
        assertThat(refused(season, PushKind.FULL)).isEqualTo("levy.nothing-to-push");
    }

    @Test
    void withoutARunNobodyIsMarked() {
        assertThat(refused(counties.fresh(2021), PushKind.FULL)).isEqualTo("levy.no-run");
    }

    @Test
    void whileARunIsUnderWayNothingIsPushed() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        season.run();
        season.owner()
                .sql(
                        "update determination_run set status = 'RUNNING', published_at = null, published_by = null where county = ?")
                .param(season.code())
                .update();

        assertThat(refused(season, PushKind.FULL)).isEqualTo("levy.run-under-way");
    }

    @Test
    void aPushThatComesWhileARunIsBeingStartedWaitsAndIsRefused() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        season.run();

        assertThat(new WhileHeld(season, transactions)
                        .answer(
                                () -> determining.start(season.county(), 2021, "clerk"),
                                () -> pushing.push(season.county(), 2021, PushKind.FULL, "clerk")))
                .isEqualTo("409 levy.run-under-way");
        assertThat(season.clerk(() -> pushes.last(season.code(), 2021))).isEmpty();
    }

    @Test
    void ofTwoPushesAtTheSameMomentOneIsMadeAndTheOtherFindsNothingNew() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        season.run();

        List<CompletableFuture<String>> both = Stream.of(1, 2)
                .map(n -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return "pushed " + push(season, PushKind.DELTA).number();
                    } catch (Refusal refusal) {
                        return refusal.code();
                    }
                }))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder("pushed 1", "levy.nothing-to-push");
    }

    @Test
    void whomTheTaxBureauDidNotTakeIsNotMarkedAndIsToldAgain() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person().called("钱接收"), season.person().called("孙退回"));
        season.run();
        MarkPush first = push(season, PushKind.FULL);
        int refused = lines(season, first).stream()
                .filter(line -> line.name().equals("孙退回"))
                .findFirst()
                .orElseThrow()
                .sequence();

        season.clerkDoes(() -> receipts.refuse(first, refused, "查无此人", "tax"));

        assertThat(said(season, push(season, PushKind.DELTA))).containsExactly("孙退回 ADDED");
        assertThat(catchThrowableOfType(
                        Refusal.class, () -> season.clerkDoes(() -> receipts.refuse(first, refused, "查无此人", "tax"))))
                .extracting(Refusal::code)
                .isEqualTo("levy.receipt-line-there");
    }

    @Test
    void ofTwoWhoEnterTheSameReceiptTheSecondIsToldThatItIsThere() {
        CountySeason season = counties.fresh(2021);
        season.accepted(season.person());
        season.run();
        MarkPush push = push(season, PushKind.FULL);

        assertThat(new WhileHeld(season, transactions)
                        .answer(() -> receipts.confirm(push, "tax"), () -> receipts.confirm(push, "clerk")))
                .isEqualTo("409 levy.receipt-there");
    }

    @Test
    void refusedLinesComeAsAListLikeAllOthersAndMayBeWithdrawn() {
        CountySeason season = counties.fresh(2021);
        Listed taken = season.person().called("钱接收");
        Listed refused = season.person().called("孙退回");
        season.accepted(taken, refused);
        season.run();
        MarkPush push = push(season, PushKind.FULL);
        UUID list = season.upload(
                Department.TAX,
                RosterKind.MARK_REFUSALS,
                PaymentSheet.refusals()
                        .refused(taken, "")
                        .refused(refused, "查无此人")
                        .workbook());
        season.submit(list);
        season.accept(list);

        assertThat(lines(season, push))
                .filteredOn(line -> line.refusal() != null)
                .extracting(MarkLine::name, MarkLine::refusal)
                .containsExactly(tuple("孙退回", "查无此人"));

        season.withdraw(list);
        assertThat(lines(season, push)).allMatch(line -> line.refusal() == null);
    }

    private MarkPush push(CountySeason season, PushKind kind) {
        return season.clerk(() -> {
            clock.set(clock.instant().plus(Duration.ofMinutes(1)));
            UUID id = pushing.push(season.county(), season.year(), kind, "clerk");
            return pushes.find(id, new Scope(season.code())).orElseThrow();
        });
    }

    private List<MarkLine> lines(CountySeason season, MarkPush push) {
        return season.clerk(() -> lines.page(push, false, 0, 100));
    }

    private List<String> said(CountySeason season, MarkPush push) {
        return lines(season, push).stream()
                .map(line -> line.name() + " " + line.change())
                .toList();
    }

    private String refused(CountySeason season, PushKind kind) {
        return catchThrowableOfType(Refusal.class, () -> push(season, kind)).code();
    }
}
