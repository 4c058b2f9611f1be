package org.zhubao.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.dashboard.Season.DepartmentLists;
import org.zhubao.dashboard.Season.TownshipBar;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.division.Department;
import org.zhubao.division.Divisions;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.Reconciliations;
import org.zhubao.levy.Stage;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterSummary;
import org.zhubao.rules.Milestone;
import org.zhubao.rules.Policy;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetStatus;

/** Gathers the home page from the other modules: where the season stands and what is waiting. */
@Service
@Transactional(readOnly = true)
public class SeasonAtAGlance {

    private final RosterDesk rosters;
    private final DeterminingSubsidies determining;
    private final MarkPushes pushes;
    private final Reconciliations reconciliations;
    private final SettlingAccounts settling;
    private final PolicyCatalog policies;
    private final Divisions divisions;
    private final Figures figures;
    private final Tasks tasks;
    private final Clock clock;

    SeasonAtAGlance(
            RosterDesk rosters,
            DeterminingSubsidies determining,
            MarkPushes pushes,
            Reconciliations reconciliations,
            SettlingAccounts settling,
            PolicyCatalog policies,
            Divisions divisions,
            Figures figures,
            Tasks tasks,
            Clock clock) {
        this.rosters = rosters;
        this.determining = determining;
        this.pushes = pushes;
        this.reconciliations = reconciliations;
        this.settling = settling;
        this.policies = policies;
        this.divisions = divisions;
        this.figures = figures;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** As far as it concerns whoever asks: a department sees its own lists and sheets, a township its own people. */
    public Season of(CurrentUser user, Workplace workplace) {
        String county = workplace.county().code();
        int year = workplace.benefitYear();
        Optional<Policy> policy = policies.find(county, year).map(published -> published.policy());
        List<RosterSummary> lists = rosters.list(county, year, user.department());
        List<DepartmentLists> wall = wall(lists, user.department(), policy);
        boolean whole = user.department() == null && !user.is(Role.TOWNSHIP_OFFICER);
        Optional<Run> run = whole ? determining.latest(county, year) : Optional.empty();
        List<Sheet> sheets = settling.sheets(workplace.county(), year).stream()
                .filter(sheet -> sheet.status() != SheetStatus.VOID)
                .filter(sheet -> user.department() == null
                        || sheet.department().equals(user.department().code()))
                .toList();
        Figures.OfRun ofRun = run.map(figures::of).orElse(Figures.OfRun.NONE);
        boolean payments = lists.stream().anyMatch(list -> list.kind() == RosterKind.PAYMENTS);
        List<MarkPush> pushed = whole ? pushes.list(county, year) : List.of();
        Figures.OfPeople people = user.department() == null
                ? figures.of(
                        workplace,
                        user.scope().prefix(),
                        stages(whole, !pushed.isEmpty(), payments),
                        lists,
                        run,
                        pushed)
                : Figures.OfPeople.NONE;
        Optional<Reconciliation> newest = whole ? reconciliations.newest(county, year) : Optional.empty();
        Figures.@Nullable OfReconciliation reconciled = newest.map(figures::of).orElse(null);
        return new Season(
                policy.map(p -> p.provisions().calendar())
                        .filter(c -> !c.isEmpty())
                        .map(this::timeline),
                wall,
                tasks.of(user, workplace, new Tasks.Known(lists, wall, run, sheets)),
                people.sums(),
                run,
                ofRun.granted(),
                ofRun.refused(),
                ofRun.review(),
                reconciled == null ? null : reconciled.all(),
                ofRun.subsidyFen(),
                sheets.stream().mapToLong(Sheet::totalFen).sum(),
                sheets.size(),
                ofRun.funds(),
                whole ? townships(county, ofRun, people.of(Stage.PAID), reconciled, payments) : List.of());
    }

    private Timeline timeline(List<Milestone> calendar) {
        return Timeline.of(calendar, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    /** Every department that certifies something this year, with the newest list of each kind that it sent. */
    private static List<DepartmentLists> wall(
            List<RosterSummary> lists, @Nullable Department only, Optional<Policy> policy) {
        return Arrays.stream(Department.values())
                .filter(d -> only == null || only == d)
                .filter(d -> policy.isEmpty() || certifies(policy.get(), d))
                .flatMap(d -> newestOfEachKind(lists, d))
                .toList();
    }

    private static Stream<DepartmentLists> newestOfEachKind(List<RosterSummary> lists, Department department) {
        Map<RosterKind, RosterSummary> newest = new LinkedHashMap<>();
        lists.stream()
                .filter(list -> list.department() == department)
                .forEach(list -> newest.putIfAbsent(list.kind(), list));
        return newest.isEmpty()
                ? Stream.of(new DepartmentLists(department, Optional.empty()))
                : newest.values().stream().map(list -> new DepartmentLists(department, Optional.of(list)));
    }

    private static boolean certifies(Policy policy, Department department) {
        return policy.identities().stream().anyMatch(i -> i.certifier().equals(department.code()))
                || policy.facts().stream().anyMatch(f -> f.certifier().equals(department.code()));
    }

    /** Those of which anything can be said yet, and to whoever asks. */
    private static Set<Stage> stages(boolean whole, boolean pushed, boolean payments) {
        return Arrays.stream(Stage.values())
                .filter(stage -> whole || stage.isOfTheRegister())
                .filter(stage -> pushed || !stage.needsMarks())
                .filter(stage -> payments || !stage.needsPayments())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
    }

    private List<TownshipBar> townships(
            String county,
            Figures.OfRun ofRun,
            Map<String, Integer> paying,
            Figures.@Nullable OfReconciliation reconciled,
            boolean payments) {
        Map<String, Integer> missing = reconciled == null ? Map.of() : reconciled.notEnrolledByTownship();
        return divisions.townships(county).stream()
                .map(township -> {
                    int granted = ofRun.byTownship().getOrDefault(township.code(), 0);
                    int paid = paying.getOrDefault(township.code(), 0);
                    int target = township.enrolmentTarget() == null ? granted : township.enrolmentTarget();
                    return new TownshipBar(
                            township.code(),
                            township.name(),
                            payments ? paid : granted,
                            target,
                            township.enrolmentTarget() == null,
                            missing.getOrDefault(township.code(), 0));
                })
                .filter(bar -> bar.target() > 0)
                .toList();
    }
}
