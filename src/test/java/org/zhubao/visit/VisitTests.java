package org.zhubao.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.review.ItemKind;
import org.zhubao.review.ReviewDesk;
import org.zhubao.site.Paging;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** A list goes to a township, on the screen or as a workbook, comes back and is compared. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=programs")
class VisitTests {

    private static final LocalDate DAY = LocalDate.of(2024, 12, 1);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private AskingTownships asking;

    @Autowired
    private EnteringFindings entering;

    @Autowired
    private VisitDesk desk;

    @Autowired
    private ReviewDesk review;

    @Test
    void eachTownshipGetsAListOfItsOwnAndSeesNoOther() {
        CountySeason season = asked();

        assertThat(lists(season)).extracting(VisitList::number).containsExactly(2, 1);
        List<VisitList> east = SignedIn.doing(
                Membership.of(Role.TOWNSHIP_OFFICER, season.code() + "001"), () -> desk.lists(season.place()));
        assertThat(east).extracting(VisitList::township).containsExactly(CountySeason.EAST);
        assertThat(east.get(0).people()).isEqualTo(2);
        assertThat(SignedIn.doing(
                        Membership.of(Role.TOWNSHIP_OFFICER, season.code() + "001"),
                        () -> desk.find(
                                season.place(), list(season, CountySeason.WEST).id())))
                .isEmpty();
    }

    @Test
    void whomAnotherCountyListedFirstIsVisitedWhereTheyLiveNow() {
        CountySeason first = counties.fresh(2021);
        CountySeason season = counties.fresh(2021);
        Listed moved = first.person().called("赵两县");
        first.accepted(moved);
        season.accepted(moved.in(CountySeason.WEST));
        String west = season.code() + "002";
        season.clerkDoes(
                () -> asking.ask(season.place(), Purpose.IDENTITY, List.of(season.code() + "001", west), "clerk"));

        VisitList list = list(season, CountySeason.WEST);
        assertThat(lists(season)).hasSize(1);
        assertThat(SignedIn.doing(
                        Membership.of(Role.TOWNSHIP_OFFICER, west), () -> desk.lines(list.id(), new Paging(1, 10, 10))))
                .extracting(VisitList.Line::name)
                .containsExactly("赵两县");
    }

    @Test
    void whatIsSaidAgainReplacesWhatWasSaidAndTheFormerWordIsKept() {
        CountySeason season = asked();
        UUID id = list(season, CountySeason.EAST).id();

        assertThat(enter(season, id, new VisitList.Entry(1, Finding.CONFIRMED, DAY, "")))
                .isEqualTo(1);
        assertThat(enter(season, id, new VisitList.Entry(1, Finding.CONFIRMED, DAY, "")))
                .isZero();
        assertThat(enter(season, id, new VisitList.Entry(1, Finding.DIED, DAY, "in May")))
                .isEqualTo(1);

        assertThat(season.clerk(() -> desk.lines(id, new Paging(1, 10, 10)))
                        .get(0)
                        .finding())
                .isEqualTo(Finding.DIED);
        assertThat(season.owner()
                        .sql("select count(*) from visit_finding where list_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aFindingThatContradictsTheListsBecomesAMatterForTheReviewAndChangesNothingElse() {
        CountySeason season = asked();
        season.run();
        UUID id = list(season, CountySeason.EAST).id();
        enter(season, id, new VisitList.Entry(1, Finding.DIED, DAY, "in May"));
        enter(season, id, new VisitList.Entry(2, Finding.CONFIRMED, DAY, ""));
        assertThat(found(season)).as("before the recall").isEmpty();

        season.clerkDoes(() -> asking.recall(season.place(), id, "clerk"));

        assertThat(found(season)).hasSize(1);
        assertThat(found(season).get(0).pattern().open()).containsExactly("died");
        assertThat(season.owner()
                        .sql("select count(*) from identity_claim where county = ? and known_to is null")
                        .param(season.code())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThatThrownBy(() -> enter(season, id, new VisitList.Entry(1, Finding.CONFIRMED, DAY, "")))
                .hasMessage("visits.not-open");
    }

    @Test
    void beforePaymentsAreComparedNobodyIsNotEnrolled() {
        CountySeason season = asked();
        season.run();

        assertThatThrownBy(() -> season.clerkDoes(() ->
                        asking.ask(season.place(), Purpose.NOT_ENROLLED, List.of(season.code() + "001"), "clerk")))
                .hasMessage("visits.no-reconciliation");
    }

    private CountySeason asked() {
        CountySeason season = counties.fresh(2021);
        TwoTownships.asked(season, asking);
        return season;
    }

    private List<VisitList> lists(CountySeason season) {
        return season.clerk(() -> desk.lists(season.place()));
    }

    private VisitList list(CountySeason season, String township) {
        return lists(season).stream()
                .filter(list -> list.township().equals(township))
                .findFirst()
                .orElseThrow();
    }

    private int enter(CountySeason season, UUID list, VisitList.Entry entry) {
        return season.clerk(() -> entering.enter(season.place(), list, List.of(entry), "township"));
    }

    private List<ReviewDesk.Group> found(CountySeason season) {
        return season.clerk(() -> review.groups(season.place(), ItemKind.FOUND_OTHERWISE));
    }
}
