package org.zhubao.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.dashboard.Season.DepartmentLists;
import org.zhubao.dashboard.Season.FundBar;
import org.zhubao.determination.DeterminationDesk;
import org.zhubao.determination.DeterminationDesk.Sum;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.division.Department;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PolicyNames;
import org.zhubao.register.People;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterSummary;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetStatus;

/** Gathers the home page from the other modules: where the season stands and what is waiting. */
@Service
@Transactional(readOnly = true)
public class SeasonAtAGlance {

    private final RosterDesk rosters;
    private final People people;
    private final DeterminingSubsidies determining;
    private final DeterminationDesk determinations;
    private final SettlingAccounts settling;
    private final PolicyCatalog policies;
    private final PolicyArchive archive;

    SeasonAtAGlance(
            RosterDesk rosters,
            People people,
            DeterminingSubsidies determining,
            DeterminationDesk determinations,
            SettlingAccounts settling,
            PolicyCatalog policies,
            PolicyArchive archive) {
        this.rosters = rosters;
        this.people = people;
        this.determining = determining;
        this.determinations = determinations;
        this.settling = settling;
        this.policies = policies;
        this.archive = archive;
    }

    /** @param department what concerns this department only; empty for everything */
    public Season of(Workplace workplace, Optional<Department> department) {
        String county = workplace.county().code();
        int year = workplace.benefitYear();
        List<RosterSummary> lists = rosters.list(county, year, department.orElse(null));
        Optional<Run> run = department.isPresent() ? Optional.empty() : determining.latest(county, year);
        List<Sum> sums = run.map(determinations::sums).orElse(List.of());
        List<Sheet> sheets = department.isPresent() ? List.of() : standing(settling.sheets(workplace.county(), year));
        return new Season(
                wall(lists, department, policies.find(county, year).map(p -> p.policy())),
                department.isPresent() ? 0 : people.recognised(county, year),
                run,
                persons(sums, Outcome.GRANTED),
                persons(sums, Outcome.REFUSED),
                persons(sums, Outcome.NEEDS_REVIEW),
                sums.stream().mapToLong(Sum::subsidyFen).sum(),
                sheets.stream().mapToLong(Sheet::totalFen).sum(),
                sheets.size(),
                run.map(this::funds).orElse(List.of()));
    }

    private static List<Sheet> standing(List<Sheet> sheets) {
        return sheets.stream()
                .filter(sheet -> sheet.status() != SheetStatus.VOID)
                .toList();
    }

    private static int persons(List<Sum> sums, Outcome outcome) {
        return sums.stream()
                .filter(sum -> sum.outcome() == outcome)
                .mapToInt(Sum::persons)
                .sum();
    }

    /** Every department that certifies something this year, with the newest list it sent. */
    private static List<DepartmentLists> wall(
            List<RosterSummary> lists, Optional<Department> only, Optional<Policy> policy) {
        return Arrays.stream(Department.values())
                .filter(d -> only.isEmpty() || only.get() == d)
                .filter(d -> policy.isEmpty() || certifies(policy.get(), d))
                .map(d -> new DepartmentLists(
                        d, lists.stream().filter(r -> r.department() == d).findFirst()))
                .toList();
    }

    private static boolean certifies(Policy policy, Department department) {
        return policy.identities().stream().anyMatch(i -> i.certifier().equals(department.code()))
                || policy.facts().stream().anyMatch(f -> f.certifier().equals(department.code()));
    }

    private List<FundBar> funds(Run run) {
        Map<String, String> names = archive.find(run.policyDigest(), run.benefitYear())
                .map(p -> p.policy().funds().stream().collect(Collectors.toMap(Fund::code, PolicyNames::of)))
                .orElse(Map.of());
        return determinations.funds(run).stream()
                .map(f -> new FundBar(names.getOrDefault(f.fund(), f.fund()), f.persons(), f.amountFen()))
                .toList();
    }
}
