package org.zhubao.determination.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.determination.ComparingRuns;
import org.zhubao.determination.DecisionCards;
import org.zhubao.determination.DeterminationDesk;
import org.zhubao.determination.DeterminationDesk.Filter;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Divisions;
import org.zhubao.policy.IdentityNames;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.roster.RosterDesk;
import org.zhubao.rules.Outcome;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;

/** Runs, their results, and the decision card of a person. */
@Controller
@RequestMapping("/determinations")
class DeterminationController {

    private static final int ROWS = 50;

    private final DeterminingSubsidies determining;
    private final DeterminationDesk desk;
    private final DecisionCards cards;
    private final ComparingRuns comparing;
    private final PolicyCatalog policies;
    private final PolicyArchive archive;
    private final Divisions divisions;
    private final RosterDesk rosters;
    private final Clock clock;

    DeterminationController(
            DeterminingSubsidies determining,
            DeterminationDesk desk,
            DecisionCards cards,
            ComparingRuns comparing,
            PolicyCatalog policies,
            PolicyArchive archive,
            Divisions divisions,
            RosterDesk rosters,
            Clock clock) {
        this.determining = determining;
        this.desk = desk;
        this.cards = cards;
        this.comparing = comparing;
        this.policies = policies;
        this.archive = archive;
        this.divisions = divisions;
        this.rosters = rosters;
        this.clock = clock;
    }

    @GetMapping
    String list(Workplace workplace, Model model) {
        Instant last = determining
                .latest(workplace.county().code(), workplace.benefitYear())
                .map(Run::asKnownOn)
                .orElse(Instant.EPOCH);
        model.addAttribute(
                "newLists",
                rosters.list(workplace.county().code(), workplace.benefitYear(), null).stream()
                        .filter(list -> list.changedTheRegisterAfter(last))
                        .count());
        model.addAttribute("runs", determining.runs(workplace.county().code(), workplace.benefitYear()));
        model.addAttribute(
                "policy",
                policies.find(workplace.county().code(), workplace.benefitYear())
                        .map(published -> published.policy().title())
                        .orElse(null));
        model.addAttribute("workplace", workplace);
        return "determination/list";
    }

    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    String start(
            CurrentUser user,
            Workplace workplace,
            @RequestParam(required = false) @Nullable String asKnownOn,
            @RequestParam(defaultValue = "false") boolean everybody) {
        RunRequest wanted = new RunRequest(KnownOn.of(asKnownOn, clock), everybody);
        return "redirect:/determinations/"
                + determining.start(workplace.county(), workplace.benefitYear(), wanted, user.username());
    }

    @GetMapping("/{id}")
    String show(
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String identity,
            @RequestParam(required = false) @Nullable String paidAs,
            @RequestParam(required = false) @Nullable String township,
            @RequestParam(required = false) @Nullable String fund,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Run run = visible(workplace, id);
        model.addAttribute("run", run);
        model.addAttribute("before", comparing.before(run).isPresent());
        if (!run.status().isOver()) {
            return "determination/progress";
        }
        var policy = archive.find(run.policyDigest(), run.benefitYear())
                .orElseThrow()
                .policy();
        Filter filter = new Filter(outcome, identity, paidAs, township, fund);
        Paging paging = new Paging(page, ROWS, desk.count(run, filter));
        model.addAttribute("policy", policy);
        model.addAttribute("names", IdentityNames.of(policy));
        model.addAttribute("sums", desk.sums(run));
        model.addAttribute("funds", desk.funds(run));
        model.addAttribute("townships", divisions.townships(run.county()));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("filter", filter);
        model.addAttribute("paging", paging);
        model.addAttribute("lines", desk.lines(run, filter, paging.offset(), ROWS));
        return "determination/result";
    }

    /** The part of the progress page that is fetched again and again; sends the browser on when the run is over. */
    @GetMapping("/{id}/progress")
    String progress(Workplace workplace, @PathVariable UUID id, Model model, HttpServletResponse response) {
        Run run = visible(workplace, id);
        if (run.status().isOver()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("run", run);
        return "determination/progress :: bar";
    }

    @GetMapping("/{id}/people/{person}")
    String card(CurrentUser user, Workplace workplace, @PathVariable UUID id, @PathVariable UUID person, Model model) {
        model.addAttribute(
                "card",
                cards.card(id, person, workplace.county().code(), user.scope()).orElseThrow(Refusal::notFound));
        return "determination/card";
    }

    private Run visible(Workplace workplace, UUID id) {
        return determining.run(id, workplace.county().code()).orElseThrow(Refusal::notFound);
    }
}
