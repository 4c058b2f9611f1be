package org.zhubao.rules.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhubao.policy.PolicyTexts;
import org.zhubao.rules.Coverage;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Held;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Trace;

/** That leaving out what a policy cannot tell apart changes nothing, and what happens when there is too much. */
class ProvingTests {

    /** Deciding every single combination gives the same results equally often. */
    @ParameterizedTest
    @ValueSource(strings = {"panzhihua-disabled-2025", "shiquan-2021"})
    void whatIsLeftOutDecidesLikeWhatStandsForIt(String id) {
        Policy policy = PolicyTexts.policy(id);
        Map<Determination, Long> all = new HashMap<>();
        Variety variety = new Variety(policy);
        for (Facts person : variety.persons()) {
            everyChoice(variety, policy.identities())
                    .forEach(held -> all.merge(
                            result(policy, new Facts(person.birthDate(), held, person.values())), 1L, Long::sum));
        }
        Map<Determination, Long> distinct = new HashMap<>();
        new Population(policy)
                .backgrounds()
                .forEach(background -> background.forEach(
                        policy.identities().size(),
                        person -> distinct.merge(result(policy, person.facts()), person.weight(), Long::sum)));
        assertThat(granted(distinct)).isEqualTo(granted(all));
        assertThat(people(distinct)).isEqualTo(people(all));
    }

    @Test
    void whereThereIsTooMuchFewerIdentitiesAreHeldAtOnce() {
        Policy policy = PolicyTexts.policy("tongnan-hardship-2021");
        Coverage coverage = new Proving(policy, 1).prove().coverage();
        assertThat(coverage.atOnce()).as("never fewer").isEqualTo(4);
        assertThat(coverage.isComplete()).isFalse();
        assertThat(coverage.decided()).isEqualTo(2 * 1941);
    }

    @Test
    void pairsAreFoundHoweverFewCasesAreAllowed() {
        Proof proof = new Proving(PolicyTexts.policy("panzhihua-hardship-2021"), 1).prove();
        assertThat(proof.of(Kind.INVERTED)).hasSize(2);
    }

    @Test
    void countsStopAtTheLargestNumber() {
        assertThat(Sums.plus(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Sums.plus(2, 3)).isEqualTo(5);
        assertThat(Sums.times(1L << 32, 1L << 31)).isEqualTo(Long.MAX_VALUE);
        assertThat(Sums.times(1L << 40, 1L << 40)).isEqualTo(Long.MAX_VALUE);
        assertThat(Sums.times(1L << 31, 1L << 31)).isEqualTo(1L << 62);
    }

    private static List<List<Held>> everyChoice(Variety variety, List<Identity> identities) {
        List<List<Held>> all = List.of(List.of());
        for (Identity identity : identities) {
            List<List<Held>> more = new ArrayList<>(all);
            for (Held state : variety.states(identity)) {
                for (List<Held> held : all) {
                    List<Held> one = new ArrayList<>(held);
                    one.add(state);
                    more.add(one);
                }
            }
            all = more;
        }
        return all;
    }

    private static Determination result(Policy policy, Facts facts) {
        return policy.determine(facts).with(Trace.NONE);
    }

    /** Refusals differ in the reason that is given for what does not count. */
    private static Map<Determination, Long> granted(Map<Determination, Long> results) {
        Map<Determination, Long> granted = new HashMap<>(results);
        granted.keySet().removeIf(d -> d instanceof Refused);
        return granted;
    }

    private static long people(Map<Determination, Long> results) {
        return results.values().stream().mapToLong(Long::longValue).sum();
    }
}
