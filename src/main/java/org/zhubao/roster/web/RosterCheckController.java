package org.zhubao.roster.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Role;
import org.zhubao.division.Divisions;
import org.zhubao.policy.IdentityNames;
import org.zhubao.roster.Change;
import org.zhubao.roster.Column;
import org.zhubao.roster.Jumps;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.ProblemGroup;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterDesk.RowFilter;
import org.zhubao.roster.RosterReceptions;
import org.zhubao.roster.RosterStatus;
import org.zhubao.roster.RosterSummary;
import org.zhubao.roster.WaitingRows;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;

/** One roster: its findings, and what accepting it would change. */
@Controller
@RequestMapping("/rosters/{id}")
class RosterCheckController {

    private static final int ROWS = 50;
    private static final int PEOPLE = 500;

    private final VisibleRosters rosters;
    private final RosterDesk desk;
    private final ReadingPages reading;
    private final WaitingRows waiting;
    private final RosterReceptions receptions;
    private final OwnWords words;
    private final Jumps jumps;
    private final Divisions divisions;
    private final IdentityNames names;

    RosterCheckController(
            VisibleRosters rosters,
            RosterDesk desk,
            ReadingPages reading,
            WaitingRows waiting,
            RosterReceptions receptions,
            OwnWords words,
            Jumps jumps,
            Divisions divisions,
            IdentityNames names) {
        this.rosters = rosters;
        this.desk = desk;
        this.reading = reading;
        this.waiting = waiting;
        this.receptions = receptions;
        this.words = words;
        this.jumps = jumps;
        this.divisions = divisions;
        this.names = names;
    }

    @GetMapping
    String show(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer code,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        RosterSummary roster = rosters.get(user, id);
        if (!roster.status().isRead()) {
            return reading.of(user, roster, model);
        }
        List<ProblemGroup> problems = desk.problems(id);
        RowFilter filter = new RowFilter(
                code == null ? null : ProblemCode.find(code).orElseThrow(Refusal::notFound), all || problems.isEmpty());
        int left = this.waiting.counts(List.of(roster)).getOrDefault(id, 0);
        Paging paging = new Paging(page, ROWS, waiting ? left : desk.countRows(id, filter));
        model.addAttribute("roster", roster);
        model.addAttribute("county", divisions.find(roster.county()).orElseThrow());
        model.addAttribute("problems", problems);
        model.addAttribute("progress", desk.progress(roster));
        model.addAttribute("filter", filter);
        model.addAttribute("left", left);
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "rows",
                waiting ? this.waiting.rows(id, paging.offset(), ROWS) : desk.rows(id, filter, paging.offset(), ROWS));
        model.addAttribute("paging", paging);
        model.addAttribute(
                "cells", List.of(Column.NAME, Column.ID_NUMBER, roster.kind().tellingColumn(), Column.TOWNSHIP));
        if (roster.status().isOpen()) {
            model.addAttribute("preview", receptions.of(roster.kind()).preview(id));
            model.addAttribute("jumpPercent", jumps.percent());
            // Only where the reader begins: turning pages does not decide on everybody again
            model.addAttribute(
                    "mayForesee",
                    roster.kind().readsIdentity()
                            && page == 1
                            && code == null
                            && user.is(Role.CLERK, Role.REVIEWER, Role.AUDITOR));
        }
        boolean mayHandIn = user.is(Role.CLERK, Role.DEPARTMENT_OFFICER, Role.TAX_OFFICER);
        boolean maySubmit = roster.isWaitingForDepartment() && mayHandIn;
        model.addAttribute("maySubmit", maySubmit);
        if (maySubmit) {
            model.addAttribute("unknownWordings", desk.unknownWordings(id));
            model.addAttribute("meanings", words.meanings(roster.county(), roster.benefitYear(), roster.department()));
        }
        model.addAttribute("mayTakeFindings", mayHandIn);
        model.addAttribute("mayHandInAgain", mayHandIn && roster.status().asksForAnother());
        model.addAttribute("mayDecide", roster.isWaitingForBureau() && user.is(Role.CLERK, Role.REVIEWER));
        model.addAttribute(
                "mayAccept",
                !user.username().equals(roster.submittedBy())
                        && !user.username().equals(roster.firstAcceptedBy()));
        model.addAttribute("mayWithdraw", roster.status() == RosterStatus.ACCEPTED && user.is(Role.CLERK));
        return "roster/check";
    }

    /** The people behind a number of the preview. */
    @GetMapping("/changes")
    String people(CurrentUser user, @PathVariable UUID id, @RequestParam Change change, Model model) {
        RosterSummary roster = rosters.get(user, id);
        model.addAttribute("roster", roster);
        model.addAttribute("identityNames", names.of(roster.county(), roster.benefitYear()));
        model.addAttribute("change", change);
        model.addAttribute("limit", PEOPLE);
        model.addAttribute("people", receptions.of(roster.kind()).people(id, change, PEOPLE));
        return "roster/changes";
    }
}
