package org.zhubao.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.settlement.Notice;
import org.zhubao.settlement.PublicNotices;
import org.zhubao.settlement.SheetFormat;
import org.zhubao.site.Flash;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;
import org.zhubao.site.WorkbookDownload;

/** Public notices: put up by the bureau, seen by all who settle, gone after their last day. */
@Controller
@RequestMapping("/settlement/notices")
class NoticeController {

    private static final int ROWS = 100;

    private final PublicNotices notices;
    private final AuditTrail trail;
    private final Clock clock;

    NoticeController(PublicNotices notices, AuditTrail trail, Clock clock) {
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping
    String list(Workplace workplace, Model model) {
        model.addAttribute("workplace", workplace);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("notices", notices.list(workplace.county().code(), workplace.benefitYear()));
        return "settlement/notices";
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String publish(
            CurrentUser user,
            Workplace workplace,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            RedirectAttributes redirect) {
        UUID id = notices.publish(workplace.county(), workplace.benefitYear(), until, user.username());
        Flash.success(redirect, "settlement.notice.published");
        return "redirect:/settlement/notices/" + id;
    }

    @PostMapping("/{id}/removal")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String takeDown(CurrentUser user, Workplace workplace, @PathVariable UUID id, RedirectAttributes redirect) {
        notices.takeDown(shown(workplace, id).id(), workplace.county().code(), user.username());
        Flash.success(redirect, "settlement.notice.taken-down");
        return "redirect:/settlement/notices";
    }

    @GetMapping("/{id}")
    String show(Workplace workplace, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Model model) {
        Notice notice = shown(workplace, id);
        Paging paging = new Paging(page, ROWS, notice.lines());
        model.addAttribute("workplace", workplace);
        model.addAttribute("notice", notice);
        model.addAttribute("paging", paging);
        model.addAttribute("lines", notices.lines(notice, paging.offset(), ROWS));
        return "settlement/notice";
    }

    @GetMapping("/{id}/workbook")
    void workbook(Workplace workplace, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(workplace, shown(workplace, id), SheetFormat.XLSX, response);
    }

    @GetMapping("/{id}/paper")
    void paper(Workplace workplace, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(workplace, shown(workplace, id), SheetFormat.PDF, response);
    }

    private void send(Workplace workplace, Notice notice, SheetFormat format, HttpServletResponse response)
            throws IOException {
        trail.record(AuditEvent.of(Action.WORKBOOK_DOWNLOADED, notice.county(), "notice " + notice.id())
                .with("format", format.extension()));
        String name = notice.reference() + "." + format.extension();
        notices.write(notice, workplace.county(), format, WorkbookDownload.begin(response, name, format.mediaType()));
    }

    /** What is not up looks like none. */
    private Notice shown(Workplace workplace, UUID id) {
        return notices.shown(id, workplace.county().code()).orElseThrow(Refusal::notFound);
    }
}
