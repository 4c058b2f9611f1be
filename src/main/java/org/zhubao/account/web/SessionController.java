package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.Accounts;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.OpenSession;
import org.zhubao.account.OpenSessions;
import org.zhubao.site.Flash;

/** One's own sessions: where one is signed in, and ending it. */
@Controller
@RequestMapping("/account/sessions")
class SessionController {

    private final Accounts accounts;
    private final OpenSessions sessions;
    private final Clock clock;

    SessionController(Accounts accounts, OpenSessions sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A session with times as the office's clock shows them. */
    record Row(String handle, LocalDateTime started, LocalDateTime lastUsed, String address, boolean own) {}

    @GetMapping
    String page(CurrentUser user, HttpServletRequest request, Model model) {
        model.addAttribute(
                "sessions",
                sessions.of(user.username(), request.getSession().getId()).stream()
                        .map(this::row)
                        .toList());
        return "account/sessions";
    }

    @PostMapping("/ending")
    String end(CurrentUser user, @RequestParam String handle, RedirectAttributes redirect) {
        accounts.endSession(user, handle);
        Flash.success(redirect, "sessions.ended");
        return "redirect:/account/sessions";
    }

    @PostMapping("/ending-others")
    String endOthers(CurrentUser user, HttpServletRequest request, RedirectAttributes redirect) {
        accounts.endOtherSessions(user, request.getSession().getId());
        Flash.success(redirect, "sessions.ended");
        return "redirect:/account/sessions";
    }

    private Row row(OpenSession session) {
        return new Row(
                session.handle(),
                local(session.started()),
                local(session.lastUsed()),
                session.address(),
                session.own());
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, clock.getZone());
    }
}
