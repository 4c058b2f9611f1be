package org.zhubao.levy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.levy.DeliveryLists;
import org.zhubao.levy.DeliveryWriting;
import org.zhubao.rules.Delivery;
import org.zhubao.site.WorkbookDownload;

/** How subsidies reach people: what departments declare and pay for, and what is cleared after the collection. */
@Controller
@RequestMapping("/tax/delivery")
class DeliveryController {

    private static final String READERS = "hasAnyRole('CLERK', 'REVIEWER', 'DEPARTMENT_OFFICER', 'AUDITOR')";

    private final DeliveryLists lists;
    private final DeliveryWriting writing;
    private final MessageSource messages;
    private final AuditTrail trail;

    DeliveryController(DeliveryLists lists, DeliveryWriting writing, MessageSource messages, AuditTrail trail) {
        this.lists = lists;
        this.writing = writing;
        this.messages = messages;
        this.trail = trail;
    }

    @GetMapping
    @PreAuthorize(READERS)
    String show(Workplace workplace, Model model) {
        List<DeliveryLists.Sum> sums = lists.sums(workplace.county(), workplace.benefitYear());
        model.addAttribute("workplace", workplace);
        model.addAttribute("sums", sums);
        return "levy/delivery";
    }

    /** Everybody on one list, with whole identity numbers. */
    @GetMapping("/workbook")
    @PreAuthorize("hasAnyRole('CLERK', 'DEPARTMENT_OFFICER')")
    void workbook(
            Workplace workplace,
            @RequestParam Delivery delivery,
            @RequestParam(defaultValue = "") String department,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        trail.record(
                AuditEvent.of(Action.WORKBOOK_DOWNLOADED, workplace.county().code(), "delivery " + delivery.word())
                        .with("department", department));
        Object[] parts = {
            workplace.county().name(),
            String.valueOf(workplace.benefitYear()),
            messages.getMessage("levy.delivery." + delivery.word(), null, locale)
        };
        String title = messages.getMessage("levy.delivery.file", parts, locale);
        OutputStream out = WorkbookDownload.begin(response, title + ".xlsx");
        lists.read(
                workplace.county(),
                workplace.benefitYear(),
                delivery,
                department,
                all -> writing.write(title, delivery, all::iterator, out));
    }
}
