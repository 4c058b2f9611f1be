package org.zhubao.determination.web;

import java.util.Optional;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.determination.ChangeCause;
import org.zhubao.determination.ComparingRuns;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunChange;
import org.zhubao.determination.RunComparison.Filter;
import org.zhubao.determination.RunStatus;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** A finished run as a whole: published, and compared with the one before. */
@Controller
@RequestMapping("/determinations/{id}")
class RunController {

    private final DeterminingSubsidies determining;
    private final ComparingRuns comparing;

    RunController(DeterminingSubsidies determining, ComparingRuns comparing) {
        this.determining = determining;
        this.comparing = comparing;
    }

    @PostMapping("/publication")
    @PreAuthorize("hasRole('CLERK')")
    String publish(CurrentUser user, Workplace workplace, @PathVariable UUID id, RedirectAttributes redirect) {
        determining.publish(id, workplace.county().code(), user.username());
        Flash.success(redirect, "determination.published.done");
        return "redirect:/determinations/" + id;
    }

    /** @param with another run of the same county and year; without it the one before, which the first does not have */
    @GetMapping("/comparison")
    String compare(
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID with,
            @RequestParam(required = false) @Nullable ChangeCause cause,
            @RequestParam(required = false) @Nullable RunChange how,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Run after = finished(workplace, id);
        Optional<Run> before = with == null ? comparing.before(after) : Optional.of(finished(workplace, with));
        if (before.isEmpty()) {
            return "redirect:/determinations/" + id;
        }
        Filter filter = new Filter(cause, how);
        ComparingRuns.Compared compared = comparing.compare(before.get(), after, filter, page);
        model.addAttribute("comparison", compared.comparison());
        model.addAttribute("filter", filter);
        model.addAttribute("causes", ChangeCause.values());
        model.addAttribute("changes", RunChange.values());
        model.addAttribute("paging", compared.names().paging());
        model.addAttribute("lines", compared.names().lines());
        return "determination/comparison";
    }

    private Run finished(Workplace workplace, UUID id) {
        return determining
                .run(id, workplace.county().code())
                .filter(run -> run.status() == RunStatus.FINISHED && run.benefitYear() == workplace.benefitYear())
                .orElseThrow(Refusal::notFound);
    }
}
