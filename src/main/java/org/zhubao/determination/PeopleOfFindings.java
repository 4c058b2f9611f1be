package org.zhubao.determination;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.determination.FactsOfPeople.Population;
import org.zhubao.policy.PeopleConcerned;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Profile;
import org.zhubao.rules.Proof;

/** In whom of a county's people findings of a proof show today. Each kind of person is looked at once. */
@Service
public class PeopleOfFindings implements PeopleConcerned {

    private final FactsOfPeople facts;
    private final GroupedPeople people;
    private final Clock clock;

    PeopleOfFindings(FactsOfPeople facts, GroupedPeople people, Clock clock) {
        this.facts = facts;
        this.people = people;
        this.clock = clock;
    }

    private record Pattern(Finding.Kind kind, List<String> about, boolean sameAmount) {

        private static Pattern of(Finding finding) {
            return new Pattern(finding.kind(), finding.about(), finding.sameAmount());
        }
    }

    @Override
    @Transactional
    public List<Integer> count(Policy policy, List<Finding> findings, String county, int benefitYear) {
        Map<Pattern, List<Integer>> groups = groups(policy, county, benefitYear);
        Map<Integer, Integer> sizes = people.sizes();
        return findings.stream()
                .map(finding -> groups.getOrDefault(Pattern.of(finding), List.of()).stream()
                        .mapToInt(sizes::get)
                        .sum())
                .toList();
    }

    /** The people in whom a finding shows, by township and name. */
    @Transactional
    public GroupedPeople.Page people(Policy policy, Finding finding, String county, int benefitYear, int page) {
        List<Integer> groups = groups(policy, county, benefitYear).getOrDefault(Pattern.of(finding), List.of());
        return people.page(groups, null, page);
    }

    private Map<Pattern, List<Integer>> groups(Policy policy, String county, int benefitYear) {
        Map<Profile, List<Pattern>> known = new HashMap<>();
        Map<Pattern, List<Integer>> groups = new HashMap<>();
        for (FactsOfPeople.Group group : facts.group(new Population(county, benefitYear, clock.instant()), policy)) {
            known.computeIfAbsent(policy.profile(group.facts()), profile -> patterns(policy, profile))
                    .forEach(pattern -> groups.computeIfAbsent(pattern, p -> new ArrayList<>())
                            .add(group.outcomeId()));
        }
        return groups;
    }

    private static List<Pattern> patterns(Policy policy, Profile profile) {
        return Proof.showingIn(policy, profile.facts()).stream()
                .map(Pattern::of)
                .distinct()
                .toList();
    }
}
