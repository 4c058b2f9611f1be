package org.zhubao.levy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.levy.Cause;
import org.zhubao.levy.LineFilter;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.ReconciliationSums;
import org.zhubao.levy.Reconciliations;
import org.zhubao.levy.Reconciling;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.rules.Fund;
import org.zhubao.site.Flash;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;

/** Reconciliations: made, summed up, the people behind every number, and the letters that follow. */
@Controller
@RequestMapping("/tax/reconciliations")
class ReconciliationController {

    private static final int ROWS = 50;
    private static final int ON_PAPER = 500;
    private static final String READERS =
            "hasAnyRole('CLERK', 'REVIEWER', 'DEPARTMENT_OFFICER', 'TAX_OFFICER', 'AUDITOR')";

    private final Reconciling reconciling;
    private final Reconciliations reconciliations;
    private final ReconciliationSums sums;
    private final VisibleLevy visible;
    private final LevyDownloads downloads;
    private final PolicyCatalog policies;
    private final Divisions divisions;

    ReconciliationController(
            Reconciling reconciling,
            Reconciliations reconciliations,
            ReconciliationSums sums,
            VisibleLevy visible,
            LevyDownloads downloads,
            PolicyCatalog policies,
            Divisions divisions) {
        this.reconciling = reconciling;
        this.reconciliations = reconciliations;
        this.sums = sums;
        this.visible = visible;
        this.downloads = downloads;
        this.policies = policies;
        this.divisions = divisions;
    }

    /** Which people; what is empty means all. */
    record FilterForm(
            @Nullable String cause, @Nullable String department, @Nullable String owner, @Nullable String township) {

        LineFilter filter() {
            return new LineFilter(
                    said(cause) == null ? null : Cause.ofSlug(cause).orElseThrow(Refusal::notFound),
                    said(department),
                    said(owner),
                    said(township));
        }

        private static @Nullable String said(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }

    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    String reconcile(CurrentUser user, Workplace workplace, RedirectAttributes redirect) {
        UUID id = reconciling.reconcile(workplace.county(), workplace.benefitYear(), user.username());
        Flash.success(redirect, "levy.reconciled");
        return "redirect:/tax/reconciliations/" + id;
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    String show(CurrentUser user, @PathVariable UUID id, Model model) {
        Reconciliation found = described(user, id, model);
        model.addAttribute("causes", sums.causes(found));
        model.addAttribute("newToTheRun", sums.newToTheRun(found));
        model.addAttribute("departments", sums.byDepartment(found));
        model.addAttribute("townships", sums.byTownship(found));
        model.addAttribute("funds", sums.byFund(found));
        model.addAttribute("fundNames", fundNames(found));
        return "levy/reconciliation";
    }

    @GetMapping("/{id}/people")
    @PreAuthorize(READERS)
    String people(
            CurrentUser user,
            @PathVariable UUID id,
            FilterForm form,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Reconciliation found = described(user, id, model);
        LineFilter filter = form.filter();
        Paging paging = new Paging(page, ROWS, reconciliations.count(found, filter));
        model.addAttribute("form", form);
        model.addAttribute("letter", filter.cause() != null && filter.cause().owner() != Cause.Owner.NOBODY);
        model.addAttribute("allCauses", Cause.values());
        model.addAttribute("townships", divisions.townships(found.county()));
        model.addAttribute("paging", paging);
        model.addAttribute("lines", reconciliations.lines(found, filter, paging.offset(), ROWS));
        return "levy/people";
    }

    /** What one office is asked to do about the people of one cause, to be printed, stamped and sent. */
    @GetMapping("/{id}/letter")
    @PreAuthorize(READERS)
    String letter(CurrentUser user, @PathVariable UUID id, FilterForm form, Model model) {
        Reconciliation found = described(user, id, model);
        LineFilter filter = form.filter();
        if (filter.cause() == null || filter.cause().owner() == Cause.Owner.NOBODY) {
            throw Refusal.notFound();
        }
        model.addAttribute("form", form);
        model.addAttribute("cause", filter.cause());
        model.addAttribute("people", reconciliations.count(found, filter));
        model.addAttribute("lines", reconciliations.lines(found, filter, 0, ON_PAPER));
        return "levy/letter";
    }

    @GetMapping("/{id}/workbook")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    void workbook(CurrentUser user, @PathVariable UUID id, FilterForm form, Locale locale, HttpServletResponse response)
            throws IOException {
        downloads.send(visible.reconciliation(user, id), form.filter(), locale, response);
    }

    private Reconciliation described(CurrentUser user, UUID id, Model model) {
        Reconciliation found = visible.reconciliation(user, id);
        model.addAttribute("reconciliation", found);
        model.addAttribute(
                "county", divisions.find(found.county()).map(Division::name).orElseThrow());
        return found;
    }

    private Map<String, String> fundNames(Reconciliation reconciliation) {
        return policies.find(reconciliation.county(), reconciliation.benefitYear())
                .map(published -> published.policy().funds().stream().collect(Collectors.toMap(Fund::code, Fund::name)))
                .orElse(Map.of());
    }
}
