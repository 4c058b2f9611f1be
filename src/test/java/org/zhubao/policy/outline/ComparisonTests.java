package org.zhubao.policy.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.policy.outline.Difference.Kind;

/** What one text says differently from another, by clause, standard and rule. */
class ComparisonTests {

    private static final String TEXT = PolicyTexts.resource("policies/5104/2021-hardship.yaml");

    @Test
    void aTextIsLikeItself() {
        assertThat(differences(TEXT, TEXT)).isEmpty();
    }

    @Test
    void layoutAndCommentsAreNoDifference() {
        String laidOut = TEXT.replace(
                        "cut-off: {name: 身份截止日, is: 2020-08-31, clause: who}",
                        "cut-off:\n    clause: who # 截止\n    name: 身份截止日\n    is: 2020-08-31")
                .replace("standards:\n", "# 标准\n\nstandards:\n");

        assertThat(differences(TEXT, laidOut)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "按二档缴费标准（含补充医疗保险费，下同）全额 | 按二档缴费标准全额 | clauses | tier-two",
                "is: 405, | is: 415, | values | basic-two",
                "{percent: 50, tier: 1, components: basic} | {percent: 60, tier: 1, components: basic} | standards | half",
                "name: 民政资金 | name: 民政救助资金 | funds | civil-affairs",
                "absent: no | absent: yes | facts | student",
                "benefit-years: 2021 | benefit-years: 2022 | benefit-years | ''",
                "by: 助保示例口径（待攀枝花市医疗保障局确认）\\n    on: 2026-11-22\\n    because: 三（二） | by: 某局\\n    on: 2026-11-22\\n    because: 三（二） | rulings | destitute-before-severe",
            })
    void aChangeIsNamedByWhatItStandsIn(String before, String after, String section, String name) {
        List<Difference> found = differences(TEXT, TEXT.replaceFirst(quoted(before), after.replace("\\n", "\n")));

        assertThat(found).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.CHANGED);
            assertThat(difference.either().section()).isEqualTo(section);
            assertThat(difference.either().name()).isEqualTo(name);
        });
    }

    private static String quoted(String text) {
        return Pattern.quote(text.replace("\\n", "\n"));
    }

    @Test
    void bothSidesAreShownInTheirOwnWords() {
        Difference difference =
                differences(TEXT, TEXT.replace("is: 405,", "is: 415,")).get(0);

        assertThat(difference.before().words()).startsWith("basic-two: {name: 基本医疗保险二档标准, is: 405,");
        assertThat(difference.after().words()).startsWith("basic-two: {name: 基本医疗保险二档标准, is: 415,");
        assertThat(difference.after().line()).isEqualTo(lineOf("basic-two: {name: 基本医疗保险二档标准, is: 405"));
    }

    @Test
    void whatIsNewAndWhatIsGone() {
        String without = TEXT.replaceFirst("  deaths:\\n.*\\n.*\\n.*\\n", "");
        assertThat(differences(TEXT, without)).extracting(Difference::kind).containsExactly(Kind.REMOVED);
        assertThat(differences(without, TEXT)).extracting(Difference::kind).containsExactly(Kind.ADDED);
    }

    @Test
    void theOrderOfOverlapRulesIsADifferenceBecauseTheFirstDecides() {
        String first = "    - {prefer: registered-poor, over: any, clause: poverty-first}\n";
        String moved = TEXT.replace(first, "").replace("    - {highest: marginal", first + "    - {highest: marginal");

        assertThat(differences(TEXT, moved)).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.MOVED);
            assertThat(difference.either().words()).contains("poverty-first");
        });
    }

    @Test
    void anOverlapRuleThatIsChangedStandsBesideWhatItWas() {
        List<Difference> found = differences(
                TEXT, TEXT.replace("over: any, clause: poverty-first", "over: half, clause: poverty-first"));

        assertThat(found).singleElement().satisfies(difference -> {
            assertThat(difference.either().section()).isEqualTo("overlap.rules");
            assertThat(difference.before().words()).contains("over: any");
            assertThat(difference.after().words()).contains("over: half");
        });
    }

    @Test
    void whatDependsOnTheYearIsDatesAmountsAndQuotesWithAYear() {
        List<Construct> constructs = Outline.of(TEXT).constructs().stream()
                .filter(Construct::dependsOnTheYear)
                .toList();

        assertThat(constructs)
                .extracting(c -> c.section() + "." + c.name())
                .contains(
                        "values.cut-off", "values.basic-one", "documents.notice", "title.", "clauses.who", "calendar.")
                .doesNotContain("clauses.half", "standards.half", "identities.registered-poor");
    }

    @Test
    void aTextThatCannotBeTakenApartHasNoConstructs() {
        assertThat(Outline.of("title: [").constructs()).isEmpty();
        assertThat(Outline.of("").constructs()).isEmpty();
        assertThat(Outline.of("a: &a [*a]").constructs())
                .as("leads in a circle")
                .isEmpty();
    }

    private static List<Difference> differences(String older, String newer) {
        return Comparison.of(Outline.of(older), Outline.of(newer));
    }

    private static int lineOf(String words) {
        return (int) TEXT.substring(0, TEXT.indexOf(words)).lines().count();
    }
}
