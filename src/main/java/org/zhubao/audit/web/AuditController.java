package org.zhubao.audit.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditChain;
import org.zhubao.audit.AuditDesk;
import org.zhubao.audit.AuditDesk.Filter;
import org.zhubao.site.Paging;

/** The audit trail: searched, verified, its daily heads printed. */
@Controller
@RequestMapping("/audit")
class AuditController {

    private static final int ROWS = 50;

    private final AuditDesk desk;
    private final AuditChain chain;

    AuditController(AuditDesk desk, AuditChain chain) {
        this.desk = desk;
        this.chain = chain;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Filter filter = new Filter(who, action, object, from, until);
        Paging paging = new Paging(page, ROWS, desk.count(filter));
        model.addAttribute("filter", filter);
        model.addAttribute("actions", Action.values());
        model.addAttribute("paging", paging);
        model.addAttribute("entries", desk.entries(filter, paging.offset(), ROWS));
        return "audit/list";
    }

    /** To be printed, signed and kept elsewhere. */
    @GetMapping("/heads")
    String heads(Model model) {
        model.addAttribute("heads", chain.dailyHeads());
        return "audit/heads";
    }

    @PostMapping("/verification")
    String verify(Model model) {
        model.addAttribute("verification", chain.verify());
        model.addAttribute("heads", chain.dailyHeads());
        return "audit/heads";
    }
}
