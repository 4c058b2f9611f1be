package org.zhubao.levy.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.Workplace;
import org.zhubao.levy.Cause;
import org.zhubao.levy.LineFilter;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.ReconciliationSums;
import org.zhubao.levy.Reconciliations;
import org.zhubao.site.Paging;

/** Who is entitled and not enrolled, township by township, for visits. Without amounts: townships see none. */
@Controller
@RequestMapping("/tax/not-enrolled")
class NotEnrolledController {

    private static final int ROWS = 100;

    private final Reconciliations reconciliations;
    private final ReconciliationSums sums;

    NotEnrolledController(Reconciliations reconciliations, ReconciliationSums sums) {
        this.reconciliations = reconciliations;
        this.sums = sums;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'TOWNSHIP_OFFICER', 'AUDITOR')")
    String list(
            Workplace workplace,
            @RequestParam(required = false) @Nullable String township,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Optional<Reconciliation> newest =
                reconciliations.newest(workplace.county().code(), workplace.benefitYear());
        model.addAttribute("workplace", workplace);
        model.addAttribute("reconciliation", newest.orElse(null));
        model.addAttribute("township", township);
        newest.ifPresent(found -> {
            LineFilter filter = new LineFilter(
                    Cause.NOT_ENROLLED, null, null, township == null || township.isEmpty() ? null : township);
            Paging paging = new Paging(page, ROWS, reconciliations.count(found, filter));
            model.addAttribute("townships", sums.peopleByTownship(found, List.of(Cause.NOT_ENROLLED)));
            model.addAttribute("paging", paging);
            model.addAttribute("lines", reconciliations.lines(found, filter, paging.offset(), ROWS));
        });
        return "levy/not-enrolled";
    }
}
