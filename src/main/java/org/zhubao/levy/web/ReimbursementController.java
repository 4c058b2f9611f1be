package org.zhubao.levy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
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
import org.zhubao.levy.DeliveryWriting;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.Reconciliations;
import org.zhubao.levy.ReimbursementList;
import org.zhubao.levy.Reimbursements;
import org.zhubao.levy.Reimbursing;
import org.zhubao.levy.SharedAccounts;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;
import org.zhubao.site.WorkbookDownload;

/** Money for people themselves: to whom it is due, their accounts, the lists for the bank and what came back. */
@Controller
@RequestMapping("/tax/reimbursements")
class ReimbursementController {

    private static final int SHOWN = 500;
    private static final int QUESTIONS_SHOWN = 50;
    private static final String READERS = "hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')";

    private final Reimbursing reimbursing;
    private final Reimbursements reimbursements;
    private final SharedAccounts sharing;
    private final Reconciliations reconciliations;
    private final DeliveryWriting writing;
    private final MessageSource messages;
    private final AuditTrail trail;

    ReimbursementController(
            Reimbursing reimbursing,
            Reimbursements reimbursements,
            SharedAccounts sharing,
            Reconciliations reconciliations,
            DeliveryWriting writing,
            MessageSource messages,
            AuditTrail trail) {
        this.reimbursing = reimbursing;
        this.reimbursements = reimbursements;
        this.sharing = sharing;
        this.reconciliations = reconciliations;
        this.writing = writing;
        this.messages = messages;
        this.trail = trail;
    }

    @GetMapping
    @PreAuthorize(READERS)
    String items(Workplace workplace, Model model) {
        String county = workplace.county().code();
        String region = workplace.county().region();
        Optional<Reconciliation> newest = reconciliations.newest(county, workplace.benefitYear());
        model.addAttribute("workplace", workplace);
        model.addAttribute(
                "items", newest.map(n -> reimbursements.items(n, region, SHOWN)).orElse(List.of()));
        model.addAttribute(
                "ready", newest.map(n -> reimbursements.ready(n, region)).orElse(0));
        model.addAttribute(
                "questions", sharing.questions(workplace.county(), workplace.benefitYear(), QUESTIONS_SHOWN));
        model.addAttribute("lists", reimbursements.lists(county, workplace.benefitYear()));
        return "levy/reimbursements";
    }

    @PostMapping("/accounts")
    @PreAuthorize("hasRole('CLERK')")
    String account(
            CurrentUser user,
            Workplace workplace,
            @RequestParam UUID person,
            @RequestParam String account,
            @RequestParam String bank,
            RedirectAttributes redirect) {
        reimbursing.account(workplace.county(), person, account, bank, user.username());
        Flash.success(redirect, "levy.account-kept");
        return "redirect:/tax/reimbursements";
    }

    /** The account of these people is right for all of them. */
    @PostMapping("/sharing")
    @PreAuthorize("hasRole('CLERK')")
    String share(
            CurrentUser user,
            Workplace workplace,
            @RequestParam Set<UUID> people,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        sharing.confirm(workplace.county(), workplace.benefitYear(), people, reason, user.username());
        Flash.success(redirect, "levy.sharing-confirmed");
        return "redirect:/tax/reimbursements";
    }

    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    String list(CurrentUser user, Workplace workplace, RedirectAttributes redirect) {
        UUID id = reimbursing.list(workplace.county(), workplace.benefitYear(), user.username());
        Flash.success(redirect, "levy.list-made");
        return back(id);
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    String show(CurrentUser user, @PathVariable UUID id, Model model) {
        ReimbursementList found = visible(user, id);
        model.addAttribute("list", found);
        model.addAttribute("transfers", reimbursements.transfers(found));
        model.addAttribute("mayApprove", !found.madeBy().equals(user.username()) && found.isWaiting());
        return "levy/reimbursement";
    }

    @PostMapping("/{id}/approval")
    @PreAuthorize("hasRole('REVIEWER')")
    String approve(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        reimbursing.approve(visible(user, id), user.username());
        Flash.success(redirect, "levy.list-approved");
        return back(id);
    }

    @PostMapping("/{id}/rejection")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    String reject(CurrentUser user, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        reimbursing.reject(visible(user, id), reason, user.username());
        Flash.success(redirect, "levy.list-rejected");
        return back(id);
    }

    /** For the bank, with whole account numbers; only once it is approved. */
    @GetMapping("/{id}/workbook")
    @PreAuthorize("hasRole('CLERK')")
    void workbook(CurrentUser user, @PathVariable UUID id, Locale locale, HttpServletResponse response)
            throws IOException {
        ReimbursementList found = visible(user, id);
        if (found.approvedBy() == null) {
            throw new Refusal("levy.list-not-approved");
        }
        trail.record(AuditEvent.of(Action.WORKBOOK_DOWNLOADED, found.county(), "reimbursement list " + found.id()));
        String title = messages.getMessage("levy.transfers.file", new Object[] {found.label()}, locale);
        writing.write(
                title, reimbursements.transfers(found), WorkbookDownload.begin(response, found.label() + ".xlsx"));
    }

    @PostMapping("/{id}/failures")
    @PreAuthorize("hasRole('CLERK')")
    String failed(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam int sequence,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        reimbursing.failed(visible(user, id), sequence, reason, user.username());
        Flash.success(redirect, "levy.failure-entered", sequence);
        return back(id);
    }

    @PostMapping("/{id}/completion")
    @PreAuthorize("hasRole('CLERK')")
    String paid(CurrentUser user, @PathVariable UUID id, RedirectAttributes redirect) {
        reimbursing.paid(visible(user, id), user.username());
        Flash.success(redirect, "levy.paid-entered");
        return back(id);
    }

    private ReimbursementList visible(CurrentUser user, UUID id) {
        return reimbursements.find(id, user.scope()).orElseThrow(Refusal::notFound);
    }

    private static String back(UUID id) {
        return "redirect:/tax/reimbursements/" + id;
    }
}
