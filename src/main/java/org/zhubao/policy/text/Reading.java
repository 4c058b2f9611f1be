package org.zhubao.policy.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.zhubao.policy.PolicyProblem;

/** One reading of one text for one benefit year: the named values known so far, and the problems found. */
final class Reading {

    private final int benefitYear;
    private final List<PolicyProblem> problems = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> pending = new HashSet<>();

    Reading(int benefitYear) {
        this.benefitYear = benefitYear;
    }

    int benefitYear() {
        return benefitYear;
    }

    void problem(@Nullable Mark at, String code, Object... args) {
        int line = at == null ? 1 : at.getLine() + 1;
        int column = at == null ? 1 : at.getColumn() + 1;
        List<String> texts = new ArrayList<>();
        for (Object arg : args) {
            texts.add(String.valueOf(arg));
        }
        PolicyProblem problem = new PolicyProblem(line, column, code, texts);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    void problem(Node at, String code, Object... args) {
        problem(at.getStartMark(), code, args);
    }

    List<PolicyProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(PolicyProblem::line).thenComparingInt(PolicyProblem::column))
                .toList();
    }

    /** Notes a clause, or a value as {@code $name}, that cannot be relied upon yet. */
    void pend(String id) {
        pending.add(id);
    }

    Set<String> pending() {
        return pending;
    }

    void declareValue(String name, String value) {
        values.put(name, value);
    }

    /** @return the value of that name, or null when there is none */
    @Nullable
    String value(String name) {
        return values.get(name);
    }
}
