package org.zhubao.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.policy.IdentityNames;
import org.zhubao.roster.Change;
import org.zhubao.roster.ComparingRosters;
import org.zhubao.roster.ComparingRosters.Filter;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterSummary;
import org.zhubao.roster.TextSheetWriting;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;
import org.zhubao.site.WorkbookDownload;

/** Two lists of one department side by side, at any time and whatever became of them. */
@Controller
@RequestMapping("/rosters/comparison")
class RosterComparisonController {

    private static final int ROWS = 50;

    private final VisibleRosters rosters;
    private final RosterDesk desk;
    private final ComparingRosters comparing;
    private final IdentityNames names;
    private final TextSheetWriting writing;
    private final MessageSource messages;
    private final AuditTrail trail;

    RosterComparisonController(
            VisibleRosters rosters,
            RosterDesk desk,
            ComparingRosters comparing,
            IdentityNames names,
            TextSheetWriting writing,
            MessageSource messages,
            AuditTrail trail) {
        this.rosters = rosters;
        this.desk = desk;
        this.comparing = comparing;
        this.names = names;
        this.writing = writing;
        this.messages = messages;
        this.trail = trail;
    }

    /** Two lists that may be compared. */
    private record Pair(RosterSummary earlier, RosterSummary later) {

        boolean isComparable() {
            return earlier.department() == later.department()
                    && earlier.county().equals(later.county());
        }
    }

    @GetMapping
    String show(
            CurrentUser user,
            Workplace workplace,
            @RequestParam(required = false) @Nullable UUID earlier,
            @RequestParam(required = false) @Nullable UUID later,
            @RequestParam(required = false) @Nullable Change change,
            @RequestParam(required = false) @Nullable String township,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        model.addAttribute(
                "rosters",
                desk.list(workplace.county().code(), workplace.benefitYear(), user.office()).stream()
                        .filter(roster -> roster.status().isRead())
                        .toList());
        model.addAttribute("earlier", earlier);
        model.addAttribute("later", later);
        if (earlier != null && later != null) {
            if (!pair(user, earlier, later).isComparable()) {
                model.addAttribute("refusal", "refusal.roster.comparison.departments");
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                return "roster/comparison";
            }
            Filter filter = new Filter(change, township);
            Paging paging = new Paging(page, ROWS, comparing.count(earlier, later, filter));
            model.addAttribute("counts", comparing.counts(earlier, later));
            model.addAttribute("filter", filter);
            model.addAttribute("changes", Change.values());
            model.addAttribute("paging", paging);
            model.addAttribute("lines", comparing.lines(earlier, later, filter, paging.offset(), ROWS));
            model.addAttribute("names", names.of(workplace.county().code(), workplace.benefitYear()));
        }
        return "roster/comparison";
    }

    /** Everybody of whom the two lists say different things. */
    @GetMapping("/workbook")
    void workbook(
            CurrentUser user,
            @RequestParam UUID earlier,
            @RequestParam UUID later,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Pair pair = pair(user, earlier, later);
        if (!pair.isComparable()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "roster.comparison.departments");
        }
        Map<String, String> identities =
                names.of(pair.later().county(), pair.later().benefitYear());
        trail.record(AuditEvent.of(Action.WORKBOOK_DOWNLOADED, pair.later().county(), "comparison " + later)
                .with("earlier", earlier));
        writing.write(
                say(locale, "roster.comparison"),
                List.of(
                        say(locale, "roster.comparison.change"),
                        say(locale, "column.name"),
                        say(locale, "column.id-number"),
                        say(locale, "column.identity"),
                        say(locale, "column.township")),
                rows -> comparing.each(
                        earlier,
                        later,
                        line -> rows.accept(List.of(
                                say(locale, "roster.comparison." + line.change()),
                                line.name(),
                                line.maskedNumber(),
                                identities.getOrDefault(line.identity(), line.identity()),
                                line.township()))),
                WorkbookDownload.begin(response, say(locale, "roster.comparison.file")));
    }

    private Pair pair(CurrentUser user, UUID earlier, UUID later) {
        return new Pair(rosters.get(user, earlier), rosters.get(user, later));
    }

    private String say(Locale locale, String key) {
        return messages.getMessage(key, null, locale);
    }
}
