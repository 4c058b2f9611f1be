package org.zhubao.policy.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.zhubao.rules.Facts;

/** The highest wins; of equal amounts the one the notice names first. */
final class Tongnan2020No74 implements Notice {

    private static final LocalDate LAST_DAY = LocalDate.of(2021, 6, 30);
    private static final long TIER_ONE = 28_000;
    private static final long TIER_TWO = 65_500;

    private record Line(String identity, String fund, long tierOne, long tierTwo) {}

    /** Section 2 from top to bottom. */
    private static final List<Line> TABLE = List.of(
            new Line("subsistence-allowance", "civil-affairs", TIER_ONE, TIER_ONE),
            new Line("destitute-support", "civil-affairs", TIER_ONE, TIER_ONE),
            new Line("orphan", "civil-affairs", TIER_ONE, TIER_ONE),
            new Line("key-veteran", "veterans", TIER_ONE, TIER_ONE),
            new Line("demobilised-soldier", "veterans", TIER_ONE, TIER_TWO),
            new Line("disabled", "federation", TIER_ONE, TIER_ONE),
            new Line("family-planning-special-support", "health", TIER_ONE, TIER_ONE),
            new Line("family-planning-surgery-complication", "health", TIER_ONE, TIER_ONE),
            new Line("family-planning-reward", "health", 22_400, 22_400),
            new Line("registered-special-difficulty", "civil-affairs", 19_600, 19_600),
            new Line("student-in-difficulty", "civil-affairs", 19_600, 19_600),
            new Line("student-in-difficulty-by-education", "education", 19_600, 19_600),
            new Line("serious-illness-poverty", "civil-affairs", 19_600, 19_600),
            new Line("poor-household", "poverty", 19_600, 19_600),
            new Line("marginal-household", "poverty", 19_600, 19_600));

    @Override
    public Answer decide(Facts person) {
        Set<String> held = Notice.recognisedBy(LAST_DAY, person);
        boolean tierTwo = Notice.fact(person, "tier", "1").equals("2");
        Answer best = Answer.NOTHING;
        for (Line line : TABLE) {
            long amount = tierTwo ? line.tierTwo : line.tierOne;
            if (held.contains(line.identity) && amount > best.subsidyFen()) {
                best = Answer.pays(line.fund, amount);
            }
        }
        return best;
    }
}
