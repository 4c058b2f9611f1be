package org.zhubao.visit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
import org.zhubao.account.Role;
import org.zhubao.account.Workplace;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.policy.IdentityNames;
import org.zhubao.site.Flash;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;
import org.zhubao.visit.AskingTownships;
import org.zhubao.visit.EnteringFindings;
import org.zhubao.visit.Finding;
import org.zhubao.visit.Purpose;
import org.zhubao.visit.VisitDesk;
import org.zhubao.visit.VisitList;

/** Lists for townships: made by the clerk, filled in by the township, recalled and compared. */
@Controller
@RequestMapping("/visits")
class VisitController {

    private static final int ROWS = 50;

    private final VisitDesk desk;
    private final AskingTownships asking;
    private final EnteringFindings entering;
    private final Divisions divisions;
    private final IdentityNames names;
    private final Clock clock;

    VisitController(
            VisitDesk desk,
            AskingTownships asking,
            EnteringFindings entering,
            Divisions divisions,
            IdentityNames names,
            Clock clock) {
        this.desk = desk;
        this.asking = asking;
        this.entering = entering;
        this.divisions = divisions;
        this.names = names;
        this.clock = clock;
    }

    /** Which list to make. @param township code; empty for all of the county */
    record Wanted(String purpose, @Nullable String township) {}

    /** What a township filled in on the screen. */
    record Filled(List<Row> rows) {

        /** @param rows missing where the form had none */
        Filled(@Nullable List<Row> rows) {
            this.rows = rows == null ? List.of() : rows;
        }
    }

    /** One line. @param finding by its code; empty where nobody has been there */
    record Row(
            int line,
            @Nullable String finding,
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate visitedOn,
            @Nullable String remark) {}

    @GetMapping
    String lists(CurrentUser user, Workplace workplace, Model model) {
        List<VisitList> lists = desk.lists(workplace);
        model.addAttribute("lists", lists);
        model.addAttribute(
                "missing",
                lists.stream()
                        .filter(VisitList::isOpen)
                        .mapToInt(VisitList::missing)
                        .sum());
        model.addAttribute(
                "complete", lists.stream().filter(VisitList::isComplete).count());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("townships", divisions.townships(workplace.county().code()));
        model.addAttribute("workplace", workplace);
        model.addAttribute("mayAsk", user.is(Role.CLERK));
        return "visit/lists";
    }

    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    String ask(CurrentUser user, Workplace workplace, Wanted wanted, RedirectAttributes redirect) {
        Purpose purpose = Purpose.ofCode(wanted.purpose()).orElseThrow(Refusal::notFound);
        List<String> townships = divisions.townships(workplace.county().code()).stream()
                .map(Division::code)
                .filter(code ->
                        wanted.township() == null || wanted.township().isEmpty() || code.equals(wanted.township()))
                .toList();
        Flash.success(redirect, "visits.asked", asking.ask(workplace, purpose, townships, user.username()));
        return "redirect:/visits";
    }

    @GetMapping("/{id}")
    String show(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        VisitList list = desk.find(workplace, id).orElseThrow(Refusal::notFound);
        Paging paging = new Paging(number, ROWS, list.people());
        model.addAttribute("list", list);
        model.addAttribute("lines", desk.lines(id, paging));
        model.addAttribute("paging", paging);
        model.addAttribute("findings", Finding.of(list.purpose()));
        model.addAttribute("summary", desk.summary(id));
        model.addAttribute("paidSince", user.is(Role.TOWNSHIP_OFFICER) ? 0 : desk.paidSince(list));
        model.addAttribute("names", names.of(workplace.county().code(), workplace.benefitYear()));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), clock.getZone()));
        model.addAttribute("mayFillIn", list.isOpen() && user.is(Role.CLERK, Role.TOWNSHIP_OFFICER));
        model.addAttribute("mayRecall", list.isOpen() && user.is(Role.CLERK));
        return "visit/show";
    }

    @PostMapping("/{id}/findings")
    @PreAuthorize("hasAnyRole('CLERK', 'TOWNSHIP_OFFICER')")
    String fillIn(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            Filled filled,
            @RequestParam(name = "page", defaultValue = "1") int number,
            RedirectAttributes redirect) {
        List<VisitList.Entry> entries = filled.rows().stream()
                .filter(row -> row.finding() != null && !row.finding().isEmpty())
                .map(this::entry)
                .toList();
        Flash.success(redirect, "visits.entered", entering.enter(workplace, id, entries, user.username()));
        return "redirect:/visits/" + id + "?page=" + number;
    }

    private VisitList.Entry entry(Row row) {
        return new VisitList.Entry(
                row.line(),
                Finding.ofCode(row.finding()).orElseThrow(Refusal::notFound),
                row.visitedOn() == null ? LocalDate.ofInstant(clock.instant(), clock.getZone()) : row.visitedOn(),
                row.remark() == null ? "" : row.remark().strip());
    }

    /** The township's word is final from now on; what contradicts the lists becomes a matter for the review. */
    @PostMapping("/{id}/recall")
    @PreAuthorize("hasRole('CLERK')")
    String recall(CurrentUser user, Workplace workplace, @PathVariable UUID id, RedirectAttributes redirect) {
        asking.recall(workplace, id, user.username());
        Flash.success(redirect, "visits.recalled");
        return "redirect:/visits/" + id;
    }
}
