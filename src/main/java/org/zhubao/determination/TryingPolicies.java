package org.zhubao.determination;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.determination.FactsOfPeople.Population;
import org.zhubao.determination.GroupedPeople.Size;
import org.zhubao.determination.Trial.Cost;
import org.zhubao.rules.Policy;
import org.zhubao.site.Paging;

/**
 * Tries a policy on a county's people as they are known now. Takes the same way as a run, by profiles, and stores nothing
 * at all.
 */
@Service
public class TryingPolicies {

    private final FactsOfPeople facts;
    private final GroupedPeople people;
    private final Clock clock;

    TryingPolicies(FactsOfPeople facts, GroupedPeople people, Clock clock) {
        this.facts = facts;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What to compare, and on whom.
     *
     * @param before the policy in force; null where there is none
     * @param benefitYear of the rosters whose people are looked at, whatever years the policies are for
     */
    public record Question(@Nullable Policy before, Policy after, String county, int benefitYear) {}

    /**
     * Which of the people to name; null or empty is all.
     *
     * @param changed whether to leave out those of whom nothing changes
     */
    public record Filter(
            @Nullable Shift shift,
            @Nullable Boolean changed,
            @Nullable String identity,
            @Nullable String fund,
            @Nullable String township) {

        boolean includes(Compared compared) {
            return (shift == null || shift == compared.shift())
                    && (!Boolean.TRUE.equals(changed) || compared.shift() != Shift.SAME)
                    && (isOpen(identity) || compared.identity().equals(identity))
                    && (isOpen(fund) || compared.fundsChanged().contains(fund));
        }

        private static boolean isOpen(@Nullable String wanted) {
            return wanted == null || wanted.isEmpty();
        }

        @Nullable
        String townshipWanted() {
            return isOpen(township) ? null : township;
        }
    }

    /** One person and what would become of them. Amounts in fen. */
    public record Line(GroupedPeople.Line person, Shift shift, long beforeFen, long afterFen) {}

    /** One page of names. */
    public record Names(Paging paging, List<Line> lines) {}

    @Transactional
    public Trial trial(Question question) {
        Map<Integer, Compared> compared = compare(question);
        TrialSums shifts = new TrialSums();
        TrialSums identities = new TrialSums();
        TrialSums funds = new TrialSums();
        TrialSums townships = new TrialSums();
        Cost all = Cost.NONE;
        int persons = 0;
        for (Size size : people.sizesByTownship()) {
            Compared one = compared.get(size.group());
            int n = size.persons();
            persons += n;
            all = all.plus(n * one.beforeFen(), n * one.afterFen());
            shifts.add(one.shift().code(), n, n * one.beforeFen(), n * one.afterFen());
            addFunds(funds, one, n);
            int changed = one.shift() == Shift.SAME ? 0 : n;
            identities.add(one.identity(), changed, n * one.beforeFen(), n * one.afterFen());
            townships.add(
                    size.township() == null ? "" : size.township(), changed, n * one.beforeFen(), n * one.afterFen());
        }
        return new Trial(
                persons, all, shifts.rows(), identities.byDifference(), funds.byDifference(), townships.rows());
    }

    private static void addFunds(TrialSums funds, Compared one, int n) {
        Map<String, Long> before = one.sharesBefore();
        Map<String, Long> after = one.sharesAfter();
        List<String> all = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(fund -> !before.containsKey(fund)).forEach(all::add);
        for (String fund : all) {
            long was = before.getOrDefault(fund, 0L);
            long is = after.getOrDefault(fund, 0L);
            funds.add(fund, was == is ? 0 : n, n * was, n * is);
        }
    }

    /** The people behind a number of the trial, by township and name. */
    @Transactional
    public Names names(Question question, Filter filter, int page) {
        Map<Integer, Compared> compared = compare(question);
        List<Integer> groups = compared.values().stream()
                .filter(filter::includes)
                .map(Compared::group)
                .toList();
        GroupedPeople.Page found = people.page(groups, filter.townshipWanted(), page);
        return new Names(
                found.paging(),
                found.lines().stream()
                        .map(line -> line(line, compared.get(line.group())))
                        .toList());
    }

    private static Line line(GroupedPeople.Line person, Compared compared) {
        return new Line(person, compared.shift(), compared.beforeFen(), compared.afterFen());
    }

    private Map<Integer, Compared> compare(Question question) {
        List<Policy> policies =
                question.before() == null ? List.of(question.after()) : List.of(question.after(), question.before());
        Decisions after = new Decisions(question.after());
        Decisions before = question.before() == null ? null : new Decisions(question.before());
        Population population = new Population(question.county(), question.benefitYear(), clock.instant());
        return facts.group(population, new Grain(policies), policies).stream()
                .map(read -> new Compared(
                        read.get(0).outcomeId(),
                        before == null ? null : before.of(read.get(read.size() - 1)),
                        after.of(read.get(0))))
                .collect(Collectors.toMap(Compared::group, Function.identity()));
    }
}
