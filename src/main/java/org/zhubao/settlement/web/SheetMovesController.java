package org.zhubao.settlement.web;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.CurrentUser;
import org.zhubao.settlement.MovingSheets;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.Sheet;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** What becomes of a frozen sheet, each step by the one whose step it is. */
@Controller
@RequestMapping("/settlement/{id}")
class SheetMovesController {

    private static final int WORDS = 200;

    private final MovingSheets moving;
    private final SettlingAccounts settling;
    private final VisibleSheets sheets;

    SheetMovesController(MovingSheets moving, SettlingAccounts settling, VisibleSheets sheets) {
        this.moving = moving;
        this.settling = settling;
        this.sheets = sheets;
    }

    @PostMapping("/confirmation")
    @PreAuthorize("hasRole('DEPARTMENT_OFFICER')")
    String confirm(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        moving.confirm(sheets.get(user, id).id(), user.username());
        return done(id, "settlement.confirmed", redirect);
    }

    @PostMapping("/dispute")
    @PreAuthorize("hasRole('DEPARTMENT_OFFICER')")
    String dispute(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam int sequence,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        moving.dispute(sheets.get(user, id).id(), sequence, words(reason), user.username());
        return done(id, "settlement.disputed", redirect);
    }

    @PostMapping("/answer")
    @PreAuthorize("hasRole('CLERK')")
    String answer(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam int sequence,
            @RequestParam boolean stays,
            @RequestParam String answer,
            RedirectAttributes redirect) {
        moving.answer(sheets.get(user, id).id(), sequence, stays, words(answer), user.username());
        return done(id, "settlement.answered", redirect);
    }

    @PostMapping("/replacement")
    @PreAuthorize("hasRole('CLERK')")
    String replace(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        return done(settling.replace(sheets.get(user, id), user.username()), "settlement.replaced", redirect);
    }

    @PostMapping("/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    String approve(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        moving.approve(sheets.get(user, id).id(), user.username());
        return done(id, "settlement.approved", redirect);
    }

    @PostMapping("/payment")
    @PreAuthorize("hasRole('FINANCE_OFFICER')")
    String pay(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate paidOn,
            @RequestParam String voucher,
            RedirectAttributes redirect) {
        Sheet sheet = sheets.get(user, id);
        moving.pay(id, paidOn, words(voucher), user.username());
        return done(id, sheet.takesBack() ? "settlement.received" : "settlement.paid", redirect);
    }

    @PostMapping("/revocation")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String revoke(CurrentUser user, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        moving.revoke(sheets.get(user, id), words(reason), user.username());
        return done(id, "settlement.voided", redirect);
    }

    /** @throws Refusal where nothing is said, or too much */
    static String words(String said) {
        String words = said.strip();
        if (words.isEmpty() || words.length() > WORDS) {
            throw new Refusal("settlement.words", WORDS);
        }
        return words;
    }

    private static String done(UUID sheet, String message, RedirectAttributes redirect) {
        Flash.success(redirect, message);
        return "redirect:/settlement/" + sheet;
    }
}
