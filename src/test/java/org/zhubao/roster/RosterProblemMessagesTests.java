package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.zhubao.roster.RosterFileRefused.Reason;

/** Whatever is wrong with a file or a row, and where a list stands, is said in both languages, with what to do. */
class RosterProblemMessagesTests {

    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.ENGLISH);

    private final ResourceBundleMessageSource messages = messages();

    static Stream<String> keys() {
        Stream<String> problems = Arrays.stream(ProblemCode.values())
                .map(code -> "problem." + code.slug())
                .flatMap(key -> Stream.of(key, key + ".task", key + ".todo"));
        Stream<String> refusals = Arrays.stream(Reason.values())
                .map(reason -> "refusal." + reason.code())
                .flatMap(key -> Stream.of(key, key + ".todo"));
        Stream<String> columns = Arrays.stream(Column.values()).map(Column::messageKey);
        Stream<String> states = Arrays.stream(RosterStatus.values())
                .flatMap(status -> Stream.of(status.messageKey(), "roster.next." + status));
        return Stream.of(problems, refusals, columns, states).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everythingThatMayBeWrongHasWords(String key) {
        for (Locale language : LANGUAGES) {
            assertThat(messages.getMessage(key, new Object[] {"甲", "乙", "丙"}, language))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    @Test
    void aRefusalNamesDepartmentsColumnsAndFormsInTheReadersLanguage() {
        RosterFileRefused refused = new RosterFileRefused(Reason.NO_HEADER, "column.id-number", "姓名、住址");

        assertThat(messages.getMessage("refusal.no-header", refused.messageArguments(), Locale.ROOT))
                .contains("缺少：身份证号", "姓名、住址");
        assertThat(messages.getMessage("refusal.no-header", refused.messageArguments(), Locale.ENGLISH))
                .contains("missing: identity number");
    }

    @Test
    void numbersAndSlugsOfProblemsAreStableAndDistinct() {
        assertThat(ProblemCode.values()).extracting(ProblemCode::number).doesNotHaveDuplicates();
        assertThat(ProblemCode.values()).allMatch(code -> ProblemCode.ofNumber(code.number()) == code);
        assertThat(ProblemCode.NUMERIC_IDENTITY_NUMBER.number()).isEqualTo(101);
        assertThat(ProblemCode.SAME_NUMBER_OTHER_NAME.slug()).isEqualTo("same-number-other-name");
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/roster-problems", "messages/roster");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
