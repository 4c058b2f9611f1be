package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;

/**
 * A row of a case table: case, born, holds, facts, outcome, paid as, subsidy, payable, shares, rests on. An identity is
 * written {@code disabled certificate=expired @2024-12-31}; an outcome other than granted is its reason, {@code R210}.
 */
record PolicyCase(
        String name,
        Facts facts,
        String outcome,
        String paidAs,
        String subsidy,
        String payable,
        List<String> shares,
        List<String> restsOn) {

    static Stream<PolicyCase> in(String table) {
        return table.lines()
                .filter(l -> l.startsWith("|") && !l.startsWith("| case ") && !l.startsWith("|---"))
                .map(PolicyCase::of);
    }

    private static PolicyCase of(String row) {
        List<String> cells =
                Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
        Map<String, String> values = new LinkedHashMap<>();
        words(cells.get(4)).forEach(v -> put(values, v));
        LocalDate born = cells.get(2).isEmpty() ? null : LocalDate.parse(cells.get(2));
        List<Held> held = words(cells.get(3)).stream().map(PolicyCase::held).toList();
        return new PolicyCase(
                cells.get(1),
                new Facts(born, held, values),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                words(cells.get(9)),
                words(cells.get(10)));
    }

    private static Held held(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        String identity = words.remove(0);
        Map<String, String> attributes = new LinkedHashMap<>();
        words.stream().filter(w -> !w.startsWith("@")).forEach(w -> put(attributes, w));
        LocalDate recognised = words.stream()
                .filter(w -> w.startsWith("@"))
                .map(w -> LocalDate.parse(w.substring(1)))
                .findFirst()
                .orElse(null);
        return new Held(identity, attributes, recognised);
    }

    private static void put(Map<String, String> values, String assignment) {
        String[] parts = assignment.split("=");
        values.put(parts[0], parts[1]);
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(", "));
    }

    void checkAgainst(Policy policy) {
        Determination actual = policy.determine(facts);
        String result =
                actual instanceof Granted ? "granted" : "R" + actual.reason().code();
        assertThat(result).as("%s", actual).isEqualTo(outcome);
        if (actual instanceof Granted granted) {
            assertThat(granted.paidAs()).isEqualTo(paidAs);
            assertThat(granted.subsidy()).hasToString(subsidy);
            assertThat(granted.payable()).hasToString(payable);
            assertThat(granted.shares().stream().map(s -> s.fund() + " " + s.amount()))
                    .containsExactlyElementsOf(shares);
        }
        assertThat(actual.trace().decidedBy()).containsAll(restsOn);
    }

    @Override
    public String toString() {
        return name;
    }
}
