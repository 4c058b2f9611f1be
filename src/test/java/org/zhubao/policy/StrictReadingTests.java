package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhubao.policy.PolicyDraft.draft;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A text with a mistake is refused, at the line of the mistake, with a sentence that says what to do. */
class StrictReadingTests {

    private static final String A = "a: for: poor, pays: full, funds: county";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyMistakeIsNamed(String code, PolicyDraft draft) {
        assertThat(draft.read(2021).isSound()).isFalse();
        assertThat(draft.read(2021).problems()).extracting(PolicyProblem::code).contains(code);
    }

    static Stream<Object[]> everyMistakeIsNamed() {
        return Stream.of(
                mistake("key-unknown", draft().standards("a: for: poor, pays: full, funds: county, amout: 3")),
                mistake("key-unknown", draft().standards(A).with("scripts: none")),
                mistake("key-twice", draft().standards(A + ", funds: health")),
                mistake("key-missing", draft().standards("a: for: poor, pays: full")),
                mistake("key-missing", draft().standards(A).with("title2: x").with("premium: {components: {b: 基}}")),
                mistake("keys-expected", draft().standards(A).with("premium: 400")),
                mistake("no-such-identity", draft().standards("a: for: rich, pays: full, funds: county")),
                mistake("no-such-fund", draft().standards("a: for: poor, pays: full, funds: nobody")),
                mistake("no-such-fact", draft().standards(A + ", when: {fact: {height: tall}}")),
                mistake("no-such-attribute", draft().standards(A + ", when: {attribute: {grade: 1}}")),
                mistake(
                        "no-such-clause",
                        draft().with("standards: {a: {name: 标准, for: poor, pays: full,"
                                + " funds: county, clause: d}}")),
                mistake("no-such-ruling", draft().standards(A + ", ruling: q")),
                mistake(
                        "no-such-document",
                        draft().standards(A).with("clauses: {c: {document: letter, article: 一, quote: 引文}}")),
                mistake(
                        "no-such-notice",
                        draft().standards(A).with("documents: {notice: {title: 通知, number: 1号, text: nowhere}}")),
                mistake(
                        "quote-not-found",
                        draft().standards(A)
                                .with("documents: {notice: {title: 通知, number: 1号, text: panzhihua-2020-100}}")),
                mistake(
                        "not-one-of",
                        draft().standards(A).with("funds: {county: {name: 县, department: civil-affair, clause: c}}")),
                mistake("one-of-these-keys", draft().standards(A).with("after-payment: [{for: poor, clause: c}]")),
                mistake(
                        "not-one-of",
                        draft().standards(A).with("after-payment: [{for: poor, less: topped-up, clause: c}]")),
                mistake(
                        "one-of-these-keys",
                        draft().with("facts: {paid-on: {name: 缴费日期, values: date}}")
                                .standards(A + ", when: {fact: {paid-on: {after-birth: {weeks: 2}}}}")),
                mistake(
                        "no-such-fund",
                        draft().standards(
                                        "a: for: poor, pays: full, funds: [{fund: civil, fixed: 3, advanced-by: x}, county]")),
                mistake(
                        "not-a-date",
                        draft().standards(A).with("calendar: [{on: 02-30 of the year, who: 甲, what: 乙, clause: c}]")),
                mistake("no-such-value", draft().standards("a: for: poor, pays: {fixed: $much}, funds: county")),
                mistake(
                        "value-open",
                        draft().standards("a: for: poor, pays: {fixed: $much}, funds: county")
                                .with("values: {much: {note: 待填}}")),
                mistake(
                        "basis-missing",
                        draft().with("standards: {a: {name: 标准, for: poor, pays: full, funds: county}}")),
                mistake(
                        "no-such-standard",
                        draft().standards(A).with("overlap: {adds-up: {levels: [[a, b]], clause: c}}")),
                mistake(
                        "no-such-identity-or-standard",
                        draft().standards(A).with("overlap: {rules: [{prefer: z, over: any, clause: c}]}")),
                mistake(
                        "standard-on-no-level",
                        draft().standards(A, "b: for: old, pays: full, funds: county")
                                .with("overlap: {adds-up: {levels: [[a]], clause: c}}")),
                mistake(
                        "standard-on-two-levels",
                        draft().standards(A).with("overlap: {adds-up: {levels: [[a], [a]], clause: c}}")),
                mistake(
                        "one-of-these-keys",
                        draft().standards("a: for: poor, pays: {fixed: 3, percent: 4}, funds: county")),
                mistake("one-of-these-keys", draft().standards(A).with("overlap: {rules: [{clause: c}]}")),
                mistake("comma-in-number", draft().standards("a: for: poor, pays: {fixed: '1,000'}, funds: county")),
                mistake("not-an-amount", draft().standards("a: for: poor, pays: {fixed: 1.005}, funds: county")),
                mistake("comma-in-number", draft().standards("a: for: poor, pays: {fixed: 1,070}, funds: county")),
                mistake("not-an-amount", draft().standards("a: for: poor, pays: {fixed: {percent: 4}}, funds: county")),
                mistake("not-a-percentage", draft().standards("a: for: poor, pays: {percent: [4, 5]}, funds: county")),
                mistake("full-width", draft().standards("a: for: poor, pays: {percent：50}, funds: county")),
                mistake("full-width", draft().standards(A).with("premium: components：基本")),
                mistake("values-expected", draft().standards(A).with("facts: {income: {name: 收入, values: amount}}")),
                mistake("not-a-percentage", draft().standards("a: for: poor, pays: {percent: 101}, funds: county")),
                mistake("not-a-date", draft().standards(A + ", when: {born: {from: 2020.8.31}}")),
                mistake("not-a-whole-number", draft().standards(A + ", when: {age: {on: 2020-08-31, from: x}}")),
                mistake("not-one-of", draft().standards(A + ", delivery: by-horse")),
                mistake("bounds-crossed", draft().standards(A + ", when: {age: {on: 2020-08-31, from: 60, to: 18}}")),
                mistake("bound-missing", draft().standards(A + ", when: {age: {on: 2020-08-31}}")),
                mistake("condition-empty", draft().standards(A + ", when: {}")),
                mistake(
                        "rest-missing",
                        draft().standards("a: for: poor, pays: full, funds: [{fund: county, fixed: 3}]")),
                mistake("funds-of-nothing", draft().standards("a: for: poor, pays: nothing, funds: county")),
                mistake(
                        "certifier-without-fund",
                        draft().standards("a: for: poor, pays: full, funds: certifier")
                                .with("funds: {county: {name: 县, clause: c}}")),
                mistake("no-identity-in-question", draft().standards("a: for: everyone, pays: full, funds: certifier")),
                mistake(
                        "premium-not-for-everybody",
                        draft().standards(A)
                                .with("premium: {components: {basic: 基本}, rates: [{when: {born: {from: 2000-01-01}},"
                                        + " amounts: {basic: 3}, clause: c}]}")),
                mistake(
                        "tier-fact-missing",
                        draft().standards(A)
                                .with("premium: {tiers: [1], components: {basic: 基本},"
                                        + " rates: [{tier: 1, amounts: {basic: 3}, clause: c}]}")),
                mistake(
                        "wording-twice",
                        draft().standards(A)
                                .with("identities: {poor: {name: 困难, certifier: x, wordings: [困难, 困难], clause: c}}")),
                mistake("name-taken", draft().standards("poor: for: poor, pays: full, funds: county")),
                mistake(
                        "no-such-reason",
                        draft().standards(A)
                                .with("excluded: [{reason: too-rich, when: {born: {from: 2000-01-01}}, clause: c}]")),
                mistake(
                        "no-value-for-year",
                        draft().standards("a: for: poor, pays: {fixed: {2020: 3}}, funds: county")),
                mistake("other-benefit-year", draft().standards(A).with("benefit-years: 2030")),
                mistake("one-value-expected", draft().standards(A).with("title: [甲, 乙]")),
                mistake("alias", draft().standards(A).with("title: &t 草案").with("region: *t")),
                mistake("not-yaml", draft().standards(A).with("title: {")));
    }

    private static Object[] mistake(String code, PolicyDraft draft) {
        return new Object[] {code, draft};
    }

    @Test
    void theSoundDraftOfTheseTestsHasNoProblem() {
        assertThat(draft().standards(A).read(2021).problems()).isEmpty();
    }

    @Test
    void aValueCannotGoRoundInACircle() {
        PolicyReading reading = draft().standards("a: for: poor, pays: {fixed: $much}, funds: county")
                .with("values: {much: {is: $much, clause: c}}")
                .read(2021);
        assertThat(reading.problems()).extracting(PolicyProblem::code).contains("no-such-value");
    }

    @ParameterizedTest
    @CsvSource({
        "'{prefer: poor, over: old, till: x, clause: c}', 'clause, ruling, except, prefer, over'",
        "'{order: [poor, old], till: x, clause: c}', 'clause, ruling, except, order'",
        "'{highest: any, till: x, clause: c}', 'clause, ruling, except, highest, against'"
    })
    void whatIsPossibleInAnOverlapRuleIsNamedInFull(String rule, String possible) {
        assertThat(draft().standards(A)
                        .with("overlap: {rules: [" + rule + "]}")
                        .read(2021)
                        .problems())
                .singleElement()
                .satisfies(p -> assertThat(p.args()).containsExactly("till", possible));
    }

    @Test
    void anEmptyTextIsRefused() {
        assertThat(PolicyTexts.read("", 2021).problems())
                .containsExactly(new PolicyProblem(1, 1, "text-empty", List.of()));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "region: 5104, regoin: 5104, regoin, key-unknown",
        "percent: 50, percent: 150, 150, not-a-percentage",
        "recognised: {to: $cut-off, recognised: {till: $cut-off, till, key-unknown",
        "fund: poverty, fund: povert, povert, no-such-fund",
        "2020-08-20, 20.8.2020, 20.8.2020, not-a-date"
    })
    void aMistakeIsFoundWhereItStands(String right, String wrong, String marked, String code) {
        String text = PolicyTexts.resource("policies/5104/2021-hardship.yaml");
        int at = text.lastIndexOf(right);
        String broken = text.substring(0, at) + wrong + text.substring(at + right.length());
        int mark = broken.indexOf(marked, at);
        int line =
                (int) broken.substring(0, mark).chars().filter(c -> c == '\n').count() + 1;
        int column = mark - broken.lastIndexOf('\n', mark);
        assertThat(PolicyTexts.read(broken, 2021).problems())
                .filteredOn(p -> p.code().equals(code))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.line()).isEqualTo(line);
                    assertThat(p.column()).isEqualTo(column);
                });
    }

    @Test
    void allMistakesAreReportedAtOnceInTheOrderOfTheText() {
        List<PolicyProblem> problems = draft().standards(
                        "a: for: rich, pays: {percent: 200}, funds: nobody", "b: for: poor, pays: full, funds: x")
                .read(2021)
                .problems();
        assertThat(problems)
                .extracting(PolicyProblem::code)
                .containsExactly("no-such-identity", "not-a-percentage", "no-such-fund", "no-such-fund");
        assertThat(problems).extracting(PolicyProblem::line).isSorted();
    }

    @Test
    void everyProblemHasASentenceInBothLanguages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/policy");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        everyMistakeIsNamed()
                .flatMap(m -> ((PolicyDraft) m[1]).read(2021).problems().stream())
                .forEach(p -> {
                    Object[] args = p.args().toArray();
                    String chinese = messages.getMessage(p.messageKey(), args, Locale.SIMPLIFIED_CHINESE);
                    String english = messages.getMessage(p.messageKey(), args, Locale.ENGLISH);
                    assertThat(chinese).isNotEqualTo(english).doesNotContain("{");
                    assertThat(english).endsWith(".").doesNotContain("{0}", "{1}");
                });
    }
}
