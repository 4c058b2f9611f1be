package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.PaidAs;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Department;
import org.zhubao.review.Consequences.Preview;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;

/** Deciding a group at once: previewed in people and money, undone, and asked of departments. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class DecidingItemsTests {

    private static final LocalDate OF_AGE = LocalDate.of(1995, 3, 1);
    private static final Selection SILENT =
            Selection.group(ItemKind.TEXT_SILENT, "child-in-difficulty|child-in-difficulty", null);

    @Autowired
    private CountySeasons counties;

    private Reviewed review;

    @Autowired
    void office(AutowireCapableBeanFactory beans) {
        review = beans.createBean(Reviewed.class);
    }

    @Autowired
    private Consequences consequences;

    @Autowired
    private DecidingItems deciding;

    @Autowired
    private Letters letters;

    @Test
    void thePreviewIsWhatTheNextRunPays() {
        CountySeason season = silentPeople(3);
        Preview preview = season.clerk(() -> consequences.preview(Reviewed.place(season), SILENT));
        assertThat(preview.persons()).isEqualTo(3);
        assertThat(preview.wasFen()).isZero();
        assertThat(preview.possible().get(0).verdict()).isEqualTo(Verdict.PAYS_NOTHING);
        assertThat(preview.possible())
                .filteredOn(possible ->
                        "subsistence-allowance".equals(possible.verdict().code()))
                .allSatisfy(possible -> {
                    assertThat(possible.granted()).isEqualTo(3);
                    assertThat(possible.fen()).isEqualTo(3 * 27_500);
                })
                .hasSize(1);

        UUID proposal = season.clerk(() -> deciding.propose(
                Reviewed.place(season), SILENT, new PaidAs("subsistence-allowance"), Reviewed.grounds(), 3, "clerk"));
        review.approve(season, proposal);
        review.run(season);

        assertThat(review.decision(season, proposal).subsidyFen()).isEqualTo(3 * 27_500);
        assertThat(season.owner()
                        .sql(
                                "select coalesce(sum(o.subsidy_fen), 0) from determination d join outcome o"
                                        + " on o.run_id = d.run_id and o.id = d.outcome_id where d.county = ? and o.reason = 101")
                        .param(season.code())
                        .query(Long.class)
                        .single())
                .isEqualTo(3 * 27_500);
        assertThat(review.groups(season)).isEmpty();
    }

    @Test
    void whenMoreOrFewerPeopleAreMeantThanWereShownNothingIsDecided() {
        CountySeason season = silentPeople(2);

        assertThatThrownBy(() -> review.decide(season, ItemKind.TEXT_SILENT, Act.DISMISSED, 3))
                .hasMessage("review.people-changed");
        assertThat(review.groups(season)).hasSize(1);
    }

    @Test
    void whatIsRejectedOrUndoneWaitsForReviewAgain() {
        CountySeason season = silentPeople(1);
        UUID kept = review.decide(season, ItemKind.TEXT_SILENT, Act.KEPT, 1);
        assertThat(review.groups(season)).isEmpty();
        review.undo(season, kept, "clerk");
        assertThat(review.groups(season)).hasSize(1);

        UUID proposal = season.clerk(() ->
                deciding.propose(Reviewed.place(season), SILENT, Verdict.PAYS_NOTHING, Reviewed.grounds(), 1, "clerk"));
        assertThat(review.groups(season)).isEmpty();
        season.clerkDoes(() -> deciding.reject(Reviewed.place(season), proposal, "not enough", "reviewer"));

        assertThat(review.groups(season)).hasSize(1);
        assertThat(review.decision(season, proposal).state()).isEqualTo(Decision.State.REJECTED);
        assertThatThrownBy(() -> review.approve(season, proposal)).hasMessage("review.not-waiting");
    }

    @Test
    void aProposalTakenBackIsApprovedByNobody() {
        CountySeason season = silentPeople(1);
        UUID proposal = season.clerk(() ->
                deciding.propose(Reviewed.place(season), SILENT, Verdict.PAYS_NOTHING, Reviewed.grounds(), 1, "clerk"));

        review.undo(season, proposal, "clerk");

        assertThatThrownBy(() -> review.approve(season, proposal)).hasMessage("review.not-waiting");
        assertThat(review.groups(season)).hasSize(1);
    }

    @Test
    void theDepartmentIsAskedByALetterThatNamesItsPeople() {
        CountySeason season = silentPeople(2);
        UUID asked = review.decide(season, ItemKind.TEXT_SILENT, Act.ASKED, 2);

        Letters.Letter letter = season.clerk(
                () -> letters.find(letters.of(List.of(asked)).get(asked).get(0).id(), Reviewed.place(season))
                        .orElseThrow());

        assertThat(letter.number()).isEqualTo(1);
        assertThat(letter.department()).isEqualTo(Department.CIVIL_AFFAIRS);
        assertThat(letter.people()).hasSize(2).allSatisfy(person -> assertThat(person.maskedNumber())
                .contains("********"));
    }

    private CountySeason silentPeople(int count) {
        CountySeason season = counties.fresh(2021);
        season.accepted(IntStream.range(0, count)
                .mapToObj(i -> season.born(OF_AGE.plusDays(i)).as("困境儿童"))
                .toArray(Listed[]::new));
        review.run(season);
        return season;
    }
}
