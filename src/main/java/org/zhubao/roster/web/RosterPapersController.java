package org.zhubao.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhubao.account.CurrentUser;
import org.zhubao.division.Divisions;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterDesk.RowFilter;
import org.zhubao.roster.RosterStatus;
import org.zhubao.roster.RosterSummary;
import org.zhubao.site.Refusal;

/** What a department takes away from a roster: its own file with the findings, and the letter that sends it back. */
@Controller
@RequestMapping("/rosters/{id}")
class RosterPapersController {

    private static final int ROWS = 200;
    private static final Set<ProblemCode> NOTHING_TO_DO =
            EnumSet.of(ProblemCode.DUPLICATE_IN_FILE, ProblemCode.ON_ANOTHER_LIST);
    private static final RowFilter WITH_PROBLEMS = new RowFilter(null, false);

    private final VisibleRosters rosters;
    private final RosterDesk desk;
    private final FindingsDownload findings;
    private final Divisions divisions;

    RosterPapersController(VisibleRosters rosters, RosterDesk desk, FindingsDownload findings, Divisions divisions) {
        this.rosters = rosters;
        this.desk = desk;
        this.findings = findings;
        this.divisions = divisions;
    }

    /** The department's own file with what was found beside each row. */
    @GetMapping("/findings")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER', 'TAX_OFFICER')")
    void findings(CurrentUser user, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        findings.send(rosters.get(user, id), locale, response);
    }

    /** The letter to the department, to be printed and signed; there is none as long as nothing was returned. */
    @GetMapping("/letter")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'DEPARTMENT_OFFICER', 'TAX_OFFICER', 'AUDITOR')")
    String letter(CurrentUser user, @PathVariable UUID id, Model model) {
        RosterSummary roster = rosters.get(user, id);
        if (roster.status() != RosterStatus.RETURNED) {
            throw Refusal.notFound();
        }
        model.addAttribute("roster", roster);
        model.addAttribute("county", divisions.find(roster.county()).orElseThrow());
        model.addAttribute(
                "problems",
                desk.problems(id).stream()
                        .filter(group -> !NOTHING_TO_DO.contains(group.code()))
                        .toList());
        model.addAttribute("rows", desk.rows(id, WITH_PROBLEMS, 0, ROWS));
        model.addAttribute("rowsWithProblems", desk.countRows(id, WITH_PROBLEMS));
        return "roster/letter";
    }
}
