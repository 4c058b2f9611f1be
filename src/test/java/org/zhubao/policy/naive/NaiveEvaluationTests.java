package org.zhubao.policy.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;

/** The rules engine and a plain reading of each notice agree on many people. */
class NaiveEvaluationTests {

    private static final int PERSONS = 100_000;

    static Stream<Arguments> notices() {
        return Stream.of(
                Arguments.of("panzhihua-hardship-2021", new Panzhihua2020No100(), Outcome.values()),
                Arguments.of("tongnan-hardship-2021", new Tongnan2020No74(), decided()),
                Arguments.of("panzhihua-disabled-2025", new PanzhihuaDisabled2024No1(), decided()),
                Arguments.of("shangrila-2021", new ShangriLa2020No57(), decided()),
                Arguments.of("shiquan-2021", new Shiquan2020No47(), decided()));
    }

    private static Outcome[] decided() {
        return new Outcome[] {Outcome.GRANTED, Outcome.REFUSED};
    }

    @ParameterizedTest
    @MethodSource("notices")
    void aHundredThousandPeopleAreDecidedAlike(String id, Notice notice, Outcome[] expected) {
        Policy policy = PolicyTexts.policy(id);
        RandomPersons persons = new RandomPersons(policy, 20_201_100);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int i = 0; i < PERSONS; i++) {
            Facts person = persons.next();
            Answer answer = Answer.of(policy.determine(person));
            if (!answer.equals(notice.decide(person))) {
                assertThat(answer).as("%s", person).isEqualTo(notice.decide(person));
            }
            outcomes.merge(answer.outcome(), 1, Integer::sum);
        }
        assertThat(outcomes).containsOnlyKeys(expected).allSatisfy((outcome, people) -> assertThat(people)
                .isGreaterThan(PERSONS / 1000));
    }
}
