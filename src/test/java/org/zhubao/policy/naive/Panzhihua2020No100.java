package org.zhubao.policy.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.zhubao.rules.Facts;

/** First the identity is chosen (section 3), then the clause of section 2 that fits it. */
final class Panzhihua2020No100 implements Notice {

    private static final LocalDate END_OF_AUGUST = LocalDate.of(2020, 8, 31);
    private static final long TIER_ONE = 27_500 + 3_000;
    private static final long TIER_ONE_BASIC = 27_500;
    private static final long TIER_TWO = 40_500 + 5_000;

    @Override
    public Answer decide(Facts person) {
        if (Notice.fact(person, "enrolled-elsewhere", "no").equals("yes")) {
            return Answer.NOTHING;
        }
        Set<String> held = Notice.recognisedBy(END_OF_AUGUST, person);
        if (person.held().stream().anyMatch(h -> h.identity().equals("registered-poor"))) {
            held.add("registered-poor");
        }
        int age = Notice.age(person, END_OF_AUGUST);
        if (age >= 18 && age < 60) {
            held.remove("low-income-household");
        }
        if (held.isEmpty()) {
            return Answer.NOTHING;
        }
        boolean student = Notice.fact(person, "student", "no").equals("yes");
        for (String identity : inOrderOfPrecedence()) {
            long amount = held.contains(identity) ? earns(identity, age, student) : 0;
            if (amount > 0) {
                return Answer.pays(department(identity), amount);
            }
        }
        return Answer.REVIEW;
    }

    /** The marginal household comes last: what else somebody holds never pays less. */
    private static List<String> inOrderOfPrecedence() {
        return List.of(
                "registered-poor",
                "destitute-support",
                "severely-disabled",
                "subsistence-allowance",
                "child-in-difficulty",
                "low-income-household",
                "moderately-disabled",
                "marginal-household");
    }

    private static long earns(String identity, int age, boolean student) {
        if (student || age <= 16) {
            return TIER_ONE;
        }
        return switch (identity) {
            case "destitute-support", "severely-disabled" -> TIER_TWO;
            case "registered-poor", "subsistence-allowance", "moderately-disabled" -> TIER_ONE_BASIC;
            case "low-income-household" -> TIER_ONE_BASIC;
            case "child-in-difficulty" -> age <= 18 ? TIER_ONE_BASIC : 0;
            default -> TIER_ONE_BASIC / 2;
        };
    }

    private static String department(String identity) {
        return switch (identity) {
            case "registered-poor", "marginal-household" -> "poverty";
            case "severely-disabled", "moderately-disabled" -> "federation";
            default -> "civil-affairs";
        };
    }
}
