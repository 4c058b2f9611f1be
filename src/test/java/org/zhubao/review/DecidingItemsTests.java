package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.determination.PaidAs;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Department;
import org.zhubao.review.Consequences.Preview;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;

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
        Preview preview = season.clerk(() -> consequences.preview(season.place(), SILENT));
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
                season.place(), SILENT, new PaidAs("subsistence-allowance"), Reviewed.grounds(), 3, "clerk"));
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

    /** Two hundred without a clause, certificates of a hundred that have passed, sixty of another age, and pupils of no school. */
    @Test
    void fourHundredCasesAreAsManyDecisionsAsThereArePatterns() {
        CountySeason season = counties.fresh(2021);
        List<Listed> pupils = people(40, season::person);
        season.accepted(Stream.of(
                        people(200, () -> season.born(OF_AGE).as("困境儿童")),
                        people(60, () -> season.born(OF_AGE).as("低收入家庭对象")),
                        pupils)
                .flatMap(List::stream)
                .toArray(Listed[]::new));
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                RosterWorkbook.of(
                        List.of("姓名", "身份证号码", "人员类别", "残疾类别", "残疾等级", "有效期至"),
                        people(100, season::person).stream()
                                .map(person ->
                                        List.of(person.name(), person.number(), "一般残疾人员", "肢体", "三级", "2024-12-01"))
                                .toList()));
        season.accepted(
                Department.EDUCATION,
                RosterKind.STUDENTS,
                RosterWorkbook.students(pupils.stream().collect(Collectors.toMap(pupil -> pupil, pupil -> ""))));
        review.run(season);

        List<ReviewDesk.Group> groups = review.groups(season);

        assertThat(groups)
                .extracting(ReviewDesk.Group::kind, ReviewDesk.Group::persons, ReviewDesk.Group::subsidyFen)
                .containsExactlyInAnyOrder(
                        tuple(ItemKind.TEXT_SILENT, 200, 0L),
                        tuple(ItemKind.CERTIFICATE_EXPIRED, 100, 100 * 27_500L),
                        tuple(ItemKind.AGE_AGAINST_IDENTITY, 60, 0L),
                        tuple(ItemKind.STUDENT_WITHOUT_SCHOOL, 40, 40 * 30_500L));
        groups.forEach(group -> review.decide(season, group.kind(), Act.KEPT, group.persons()));
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

        UUID proposal = season.clerk(
                () -> deciding.propose(season.place(), SILENT, Verdict.PAYS_NOTHING, Reviewed.grounds(), 1, "clerk"));
        assertThat(review.groups(season)).isEmpty();
        season.clerkDoes(() -> deciding.reject(season.place(), proposal, "not enough", "reviewer"));

        assertThat(review.groups(season)).hasSize(1);
        assertThat(review.decision(season, proposal).state()).isEqualTo(Decision.State.REJECTED);
        assertThatThrownBy(() -> review.approve(season, proposal)).hasMessage("review.not-waiting");
    }

    @Test
    void aProposalTakenBackIsApprovedByNobody() {
        CountySeason season = silentPeople(1);
        UUID proposal = season.clerk(
                () -> deciding.propose(season.place(), SILENT, Verdict.PAYS_NOTHING, Reviewed.grounds(), 1, "clerk"));

        review.undo(season, proposal, "clerk");

        assertThatThrownBy(() -> review.approve(season, proposal)).hasMessage("review.not-waiting");
        assertThat(review.groups(season)).hasSize(1);
    }

    @Test
    void theDepartmentIsAskedByALetterThatNamesItsPeople() {
        CountySeason season = silentPeople(2);
        UUID asked = review.decide(season, ItemKind.TEXT_SILENT, Act.ASKED, 2);

        Letters.Letter letter = season.clerk(
                () -> letters.find(letters.of(List.of(asked)).get(asked).get(0).id(), season.place())
                        .orElseThrow());

        assertThat(letter.number()).isEqualTo(1);
        assertThat(letter.department()).isEqualTo(Department.CIVIL_AFFAIRS);
        assertThat(letter.people()).hasSize(2).allSatisfy(person -> assertThat(person.maskedNumber())
                .contains("********"));
    }

    private static List<Listed> people(int count, Supplier<Listed> one) {
        return Stream.generate(one).limit(count).toList();
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
