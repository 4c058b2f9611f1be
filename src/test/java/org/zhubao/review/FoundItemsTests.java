package org.zhubao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.division.Department;
import org.zhubao.review.ReviewDesk.Group;
import org.zhubao.review.ReviewDesk.Line;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.OnRecord;
import org.zhubao.support.RosterWorkbook;

/** What a run and the register leave to a person, grouped by what people have in common. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=review")
class FoundItemsTests {

    private static final LocalDate OF_AGE = LocalDate.of(1995, 3, 1);

    @Autowired
    private CountySeasons counties;

    @Autowired
    private OnRecord onRecord;

    private Reviewed review;

    @Autowired
    void office(AutowireCapableBeanFactory beans) {
        review = beans.createBean(Reviewed.class);
    }

    @Test
    void peopleInTheSameSituationAreOneGroup() {
        CountySeason season = counties.fresh(2021);
        season.accepted(
                season.born(OF_AGE).as("困境儿童"), season.born(OF_AGE.plusDays(1)).as("困境儿童"), season.person());
        review.run(season);

        Group group = only(season);
        assertThat(group.kind()).isEqualTo(ItemKind.TEXT_SILENT);
        assertThat(group.pattern().identities()).containsExactly("child-in-difficulty");
        assertThat(group.persons()).isEqualTo(2);
    }

    @Test
    void anIdentityThatWouldCountAtAnotherAgeIsAConflict() {
        CountySeason season = counties.fresh(2021);
        season.accepted(
                season.born(OF_AGE).as("低收入家庭对象"),
                season.born(LocalDate.of(1950, 1, 1)).as("低收入家庭对象"));
        review.run(season);

        assertThat(only(season).kind()).isEqualTo(ItemKind.AGE_AGAINST_IDENTITY);
        assertThat(only(season).persons()).isEqualTo(1);
    }

    @Test
    void oneNumberUnderTwoNamesIsAConflictWorthWhatThePersonGets() {
        CountySeason season = counties.fresh(2021);
        Listed person = season.person();
        season.accepted(person.called("张三丰"));
        season.accepted(
                Department.POVERTY_ALLEVIATION,
                RosterKind.FULL,
                person.called("张三峰").as("建档立卡"));
        review.run(season);

        Line line = review.lines(season, ItemKind.TWO_NAMES).get(0);
        assertThat(line.detail()).isEqualTo("张三丰 / 张三峰");
        assertThat(line.subsidyFen()).isEqualTo(27_500);
    }

    @Test
    void whoIsListedInTwoCountiesIsFoundInBothAndNeitherSeesMoreThanTheNameOfTheOther() {
        CountySeason here = counties.fresh(2021);
        CountySeason there = counties.fresh(2021);
        Listed both = here.person();
        here.accepted(both, here.person());
        there.accepted(both);
        review.run(here);
        review.run(there);

        assertThat(review.lines(here, ItemKind.TWO_COUNTIES))
                .extracting(Line::detail)
                .containsExactly(there.county().name());
        assertThat(review.lines(there, ItemKind.TWO_COUNTIES))
                .extracting(Line::detail)
                .containsExactly(here.county().name());
    }

    @Test
    void whatIsFoundAgainStaysWhatItWasAndWhatIsNoLongerFoundEnds() {
        CountySeason season = counties.fresh(2021);
        Listed silent = season.born(OF_AGE).as("困境儿童");
        season.accepted(silent);
        review.run(season);
        UUID first = review.lines(season, ItemKind.TEXT_SILENT).get(0).item();
        review.run(season);

        assertThat(review.lines(season, ItemKind.TEXT_SILENT))
                .extracting(Line::item)
                .containsExactly(first);

        season.accepted(silent.as("低保"));
        review.run(season);
        assertThat(review.groups(season)).isEmpty();
    }

    @Test
    void aMatterThatWasDecidedIsOpenAgainWhenItsFactsChange() {
        CountySeason season = counties.fresh(2021);
        Listed tooYoung = season.born(OF_AGE).as("低收入家庭对象");
        season.accepted(tooYoung);
        review.run(season);
        review.decide(season, ItemKind.AGE_AGAINST_IDENTITY, Act.DISMISSED, 1);
        review.run(season);
        assertThat(review.groups(season)).as("same facts").isEmpty();

        season.accepted(Department.DISABLED_FEDERATION, RosterKind.FULL, tooYoung.as("一般残疾人员"));
        review.run(season);

        List<Line> again = review.lines(season, ItemKind.AGE_AGAINST_IDENTITY);
        assertThat(again).hasSize(1);
        assertThat(again.get(0).subsidyFen()).as("what is at stake now").isEqualTo(27_500);
    }

    @Test
    void aCertificatePastItsDateIsFoundThoughTheListCallsItValid() {
        CountySeason season = counties.fresh(2021);
        season.accepted(
                Department.DISABLED_FEDERATION,
                RosterKind.FULL,
                RosterWorkbook.of(
                        List.of("姓名", "身份证号码", "人员类别", "残疾类别", "残疾等级", "有效期至"),
                        Stream.of("2024-12-19", "2024-12-20", "")
                                .map(lastDay -> disabled(season.person(), lastDay))
                                .toList()));
        review.run(season);

        assertThat(review.lines(season, ItemKind.CERTIFICATE_EXPIRED))
                .as("valid on its last day")
                .extracting(Line::detail)
                .containsExactly("2024-12-19");
    }

    @Test
    void aPupilOfNoSchoolIsFoundUntilTheListNamesOne() {
        CountySeason season = counties.fresh(2021);
        Listed pupil = season.born(LocalDate.of(2010, 3, 1));
        Listed other = season.born(LocalDate.of(2010, 3, 2));
        season.accepted(pupil, other);
        season.accepted(
                Department.EDUCATION,
                RosterKind.STUDENTS,
                RosterWorkbook.students(Map.of(pupil, "", other, "东坪镇中心小学")));
        review.run(season);
        review.run(season);

        assertThat(only(season).kind()).isEqualTo(ItemKind.STUDENT_WITHOUT_SCHOOL);
        assertThat(review.lines(season, ItemKind.STUDENT_WITHOUT_SCHOOL))
                .extracting(Line::name, Line::subsidyFen)
                .containsExactly(tuple(pupil.name(), 30_500L));
        review.decide(season, ItemKind.STUDENT_WITHOUT_SCHOOL, Act.ASKED, 1);
        assertThat(review.groups(season)).as("the department is asked").isEmpty();

        season.accepted(
                Department.EDUCATION, RosterKind.STUDENTS, RosterWorkbook.students(Map.of(pupil, "东坪镇中学", other, "")));
        review.run(season);
        assertThat(review.lines(season, ItemKind.STUDENT_WITHOUT_SCHOOL))
                .extracting(Line::name)
                .containsExactly(other.name());
    }

    @Test
    void whoIsInsuredAsAnEmployeeIsAConflictUnderWhicheverNumberThatIsTold() {
        CountySeason season = counties.fresh(2021);
        Listed employee = season.person();
        Listed renumbered = season.person();
        season.accepted(employee, renumbered, season.person());
        insured(season, "职工医保", "在职参保", employee, renumbered);
        onRecord.renumber(season, renumbered, season.person());
        review.run(season);

        assertThat(only(season).kind()).isEqualTo(ItemKind.INSURED_AS_EMPLOYEE);
        assertThat(only(season).persons()).isEqualTo(2);
        assertThat(only(season).subsidyFen()).isEqualTo(2 * 27_500);
    }

    @Test
    void whoIsToldDeadAndStillListedIsAConflictWhoeverTellsIt() {
        CountySeason season = counties.fresh(2021);
        Listed byAList = season.person();
        Listed byTheTaxBureau = season.person();
        season.accepted(byAList, byTheTaxBureau, season.person());
        season.accepted(
                Department.HEALTH, RosterKind.DEATHS, RosterWorkbook.deaths(Map.of(byAList, LocalDate.of(2021, 2, 3))));
        insured(season, "居民医保", "死亡", byTheTaxBureau);
        review.run(season);

        assertThat(review.lines(season, ItemKind.DEAD_BUT_LISTED))
                .as("who died in the year of the cover is paid for")
                .extracting(Line::name, Line::detail, Line::subsidyFen)
                .containsExactlyInAnyOrder(
                        tuple(byAList.name(), "2021-02-03", 27_500L), tuple(byTheTaxBureau.name(), "", 27_500L));

        season.accepted(season.person(), byTheTaxBureau);
        review.run(season);
        assertThat(review.lines(season, ItemKind.DEAD_BUT_LISTED))
                .as("once the list names one of them no longer")
                .extracting(Line::name)
                .containsExactly(byTheTaxBureau.name());
    }

    private static List<String> disabled(Listed person, String lastDay) {
        return List.of(person.name(), person.number(), "一般残疾人员", "肢体", "三级", lastDay);
    }

    private static void insured(CountySeason season, String insurance, String state, Listed... people) {
        season.accepted(
                Department.MEDICAL_INSURANCE,
                RosterKind.ENROLMENT_STATUS,
                RosterWorkbook.of(
                        List.of("姓名", "身份证号码", "参保类型", "参保所属区划", "参保状态"),
                        Stream.of(people)
                                .map(person -> List.of(person.name(), person.number(), insurance, "本地", state))
                                .toList()));
    }

    private Group only(CountySeason season) {
        assertThat(review.groups(season)).hasSize(1);
        return review.groups(season).get(0);
    }
}
