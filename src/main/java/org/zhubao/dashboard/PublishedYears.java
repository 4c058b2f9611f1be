package org.zhubao.dashboard;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhubao.account.BenefitYears;
import org.zhubao.division.Division;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.roster.RosterDesk;

/** One works in the years that a policy is published for; those in which something happened come first. */
@Component
class PublishedYears implements BenefitYears {

    private final PolicyCatalog policies;
    private final RosterDesk rosters;

    PublishedYears(PolicyCatalog policies, RosterDesk rosters) {
        this.policies = policies;
        this.rosters = rosters;
    }

    @Override
    public List<Integer> of(Division county) {
        List<Integer> busy = rosters.yearsWithRosters(county.code());
        List<Integer> years = policies.all().stream()
                .filter(p -> county.code().startsWith(p.policy().region()))
                .map(p -> p.policy().benefitYear())
                .distinct()
                .sorted(Comparator.comparing((Integer year) -> !busy.contains(year))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        return years.isEmpty() ? List.of(2021) : years;
    }
}
