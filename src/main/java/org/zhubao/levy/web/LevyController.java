package org.zhubao.levy.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.NextSteps;
import org.zhubao.levy.NotReconciled;
import org.zhubao.levy.ReconciliationSums;
import org.zhubao.levy.Reconciliations;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterSummary;
import org.zhubao.rules.Milestone;

/** Where the exchange with the tax bureau stands: pushes, lists that came, the newest reconciliation. */
@Controller
@RequestMapping("/tax")
class LevyController {

    private final MarkPushes pushes;
    private final NextSteps steps;
    private final Reconciliations reconciliations;
    private final ReconciliationSums sums;
    private final RosterDesk rosters;
    private final PolicyCatalog policies;

    LevyController(
            MarkPushes pushes,
            NextSteps steps,
            Reconciliations reconciliations,
            ReconciliationSums sums,
            RosterDesk rosters,
            PolicyCatalog policies) {
        this.pushes = pushes;
        this.steps = steps;
        this.reconciliations = reconciliations;
        this.sums = sums;
        this.rosters = rosters;
        this.policies = policies;
    }

    @GetMapping
    String overview(CurrentUser user, Workplace workplace, Model model) {
        String county = workplace.county().code();
        int year = workplace.benefitYear();
        model.addAttribute("workplace", workplace);
        model.addAttribute("deadlines", deadlines(county, year));
        model.addAttribute("pushes", pushes.list(county, year));
        List<RosterSummary> lists = rosters.list(county, year, user.office()).stream()
                .filter(roster -> roster.kind().sender().isPresent())
                .toList();
        model.addAttribute("lists", lists);
        reconciliations.newest(county, year).ifPresent(newest -> {
            model.addAttribute("reconciliation", newest);
            model.addAttribute("causes", sums.causes(newest));
        });
        if (user.is(Role.CLERK, Role.REVIEWER, Role.AUDITOR)) {
            addNextStep(workplace, lists, model);
        }
        return "levy/overview";
    }

    /** Marks first: a reconciliation compares what was marked as well. */
    private void addNextStep(Workplace workplace, List<RosterSummary> lists, Model model) {
        int toPush = steps.toPush(workplace.county(), workplace.benefitYear())
                .map(push -> steps.people(workplace.county(), push))
                .orElse(0);
        NotReconciled since = steps.toReconcile(workplace.county(), workplace.benefitYear(), lists);
        model.addAttribute("toPush", toPush);
        model.addAttribute("since", since);
        model.addAttribute("next", toPush > 0 ? "push" : since.count() > 0 ? "reconcile" : "");
    }

    /** The days of the notice that bind the bureau and the tax bureau together; all days where it names none. */
    private List<Milestone> deadlines(String county, int year) {
        List<Milestone> days = policies.find(county, year)
                .map(published -> published.policy().provisions().calendar())
                .orElse(List.of());
        List<Milestone> ours = days.stream()
                .filter(day -> (day.who() + day.what()).matches(".*(税务|标识|缴费).*"))
                .toList();
        return ours.isEmpty() ? days : ours;
    }
}
