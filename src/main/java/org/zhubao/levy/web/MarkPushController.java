package org.zhubao.levy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
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
import org.zhubao.levy.MarkLines;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.PushKind;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Receipts;
import org.zhubao.site.Flash;
import org.zhubao.site.Paging;

/** Pushes of marks: made, looked at, downloaded, and what the tax bureau answers. */
@Controller
@RequestMapping("/tax/pushes")
class MarkPushController {

    private static final int ROWS = 50;

    private final PushingMarks pushing;
    private final MarkPushes pushes;
    private final MarkLines lines;
    private final Receipts receipts;
    private final VisibleLevy visible;
    private final LevyDownloads downloads;

    MarkPushController(
            PushingMarks pushing,
            MarkPushes pushes,
            MarkLines lines,
            Receipts receipts,
            VisibleLevy visible,
            LevyDownloads downloads) {
        this.pushing = pushing;
        this.pushes = pushes;
        this.lines = lines;
        this.receipts = receipts;
        this.visible = visible;
        this.downloads = downloads;
    }

    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    String push(
            CurrentUser user,
            Workplace workplace,
            @RequestParam(defaultValue = "delta") String kind,
            RedirectAttributes redirect) {
        UUID id = pushing.push(
                workplace.county(),
                workplace.benefitYear(),
                PushKind.ofCode(kind).orElse(PushKind.DELTA),
                user.username());
        Flash.success(redirect, "levy.pushed");
        return back(id);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'TAX_OFFICER', 'AUDITOR')")
    String show(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        MarkPush push = visible.push(user, id);
        Paging paging = new Paging(page, ROWS, refused ? push.refused() : push.lines());
        model.addAttribute("refused", refused);
        model.addAttribute("push", push);
        model.addAttribute("paging", paging);
        model.addAttribute("lines", lines.page(push, refused, paging.offset(), ROWS));
        model.addAttribute("intact", pushes.isIntact(push));
        return "levy/push";
    }

    @GetMapping("/{id}/workbook")
    @PreAuthorize("hasAnyRole('CLERK', 'TAX_OFFICER')")
    void workbook(CurrentUser user, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        downloads.send(visible.push(user, id), response);
    }

    /** The tax bureau has taken the push in. */
    @PostMapping("/{id}/receipt")
    @PreAuthorize("hasAnyRole('CLERK', 'TAX_OFFICER')")
    String receipt(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        receipts.confirm(visible.push(user, id), user.username());
        Flash.success(redirect, "levy.receipt-entered");
        return back(id);
    }

    /** One line that the tax bureau did not take. */
    @PostMapping("/{id}/refusals")
    @PreAuthorize("hasAnyRole('CLERK', 'TAX_OFFICER')")
    String refuse(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam int sequence,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        receipts.refuse(visible.push(user, id), sequence, reason, user.username());
        Flash.success(redirect, "levy.refusal-entered", sequence);
        return back(id);
    }

    private static String back(UUID id) {
        return "redirect:/tax/pushes/" + id;
    }
}
