package org.zhubao.visit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.policy.IdentityNames;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.site.Flash;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;
import org.zhubao.site.WorkFolder;
import org.zhubao.site.WorkbookDownload;
import org.zhubao.visit.EnteringFindings;
import org.zhubao.visit.VisitDesk;
import org.zhubao.visit.VisitList;
import org.zhubao.visit.VisitSheets;

/** A list as a workbook: taken along, filled in and returned. */
@Controller
@RequestMapping("/visits/{id}")
class VisitWorkbookController {

    /** Rows that were not taken; whoever has more mends these first. */
    private static final int SHOWN = 100;

    private final VisitDesk desk;
    private final VisitSheets sheets;
    private final EnteringFindings entering;
    private final IdentityNames names;
    private final AuditTrail trail;
    private final WorkFolder folder;
    private final MessageSource messages;

    VisitWorkbookController(
            VisitDesk desk,
            VisitSheets sheets,
            EnteringFindings entering,
            IdentityNames names,
            AuditTrail trail,
            WorkFolder folder,
            MessageSource messages) {
        this.desk = desk;
        this.sheets = sheets;
        this.entering = entering;
        this.names = names;
        this.trail = trail;
        this.folder = folder;
        this.messages = messages;
    }

    @GetMapping("/workbook")
    void workbook(Workplace workplace, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        VisitList list = desk.find(workplace, id).orElseThrow(Refusal::notFound);
        String county = workplace.county().name();
        trail.record(
                AuditEvent.of(Action.WORKBOOK_DOWNLOADED, workplace.county().code(), "visits " + id));
        String name = messages.getMessage(
                "visits.sheet.title", new Object[] {county, list.township(), list.number()}, locale);
        sheets.write(
                list,
                county,
                desk.lines(id, new Paging(1, list.people(), list.people())),
                names.of(workplace.county().code(), workplace.benefitYear()),
                locale,
                WorkbookDownload.begin(response, name + ".xlsx"));
    }

    @PostMapping("/workbook")
    @PreAuthorize("hasAnyRole('CLERK', 'TOWNSHIP_OFFICER')")
    String takeBack(
            CurrentUser user,
            Workplace workplace,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            RedirectAttributes redirect)
            throws IOException {
        Path stored = folder.newFile();
        try {
            file.transferTo(stored);
            EnteringFindings.Returned returned = entering.takeBack(workplace, id, stored, name(file), user.username());
            if (returned.unread().isEmpty()) {
                Flash.success(redirect, "visits.returned", returned.taken());
            } else {
                Flash.notice(
                        redirect,
                        "visits.returned-partly",
                        returned.taken(),
                        returned.unread().size());
                redirect.addFlashAttribute(
                        "unread", returned.unread().stream().limit(SHOWN).toList());
            }
        } catch (RosterFileRefused refused) {
            throw new Refusal("visits.unreadable");
        } finally {
            Files.delete(stored);
        }
        return "redirect:/visits/" + id;
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
