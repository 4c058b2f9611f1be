package org.zhubao.account.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.Confirmations;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Proposal;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** What administrators have proposed for users and waits for a second person. */
@Controller
@RequestMapping("/account/confirmations")
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'REVIEWER')")
class ConfirmationController {

    private static final String LIST = "redirect:/account/confirmations";

    private final Confirmations confirmations;
    private final ScopeChoice scopes;
    private final Clock clock;

    ConfirmationController(Confirmations confirmations, ScopeChoice scopes, Clock clock) {
        this.confirmations = confirmations;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * A line of the list.
     *
     * @param places what the user is already, or will be by the link
     * @param place the membership proposed; null where it is a one-time link
     * @param own whether whoever looks proposed it, and so has to wait
     */
    record Row(
            Proposal proposal,
            List<UserRow.Place> places,
            UserRow.@Nullable Place place,
            LocalDateTime proposedAt,
            boolean own) {}

    @GetMapping
    String list(CurrentUser user, Model model) {
        model.addAttribute(
                "rows",
                confirmations.waiting(user.scope()).stream()
                        .map(proposal -> row(user, proposal))
                        .toList());
        return "account/confirmations";
    }

    @PostMapping("/{id}/confirmation")
    String confirm(CurrentUser user, @PathVariable long id, Model model, RedirectAttributes redirect) {
        String name = confirmations.waiting(user.scope()).stream()
                .filter(proposal -> proposal.id() == id)
                .map(proposal -> proposal.user().displayName())
                .findFirst()
                .orElseThrow(Refusal::notFound);
        var invitation = confirmations.confirm(id, user);
        if (invitation.isEmpty()) {
            Flash.success(redirect, "confirmations.confirmed", name);
            return LIST;
        }
        model.addAttribute("link", Link.of(invitation.get(), name, clock.getZone()));
        return list(user, model);
    }

    @PostMapping("/{id}/rejection")
    String reject(CurrentUser user, @PathVariable long id, RedirectAttributes redirect) {
        confirmations.reject(id, user);
        Flash.success(redirect, "confirmations.rejected");
        return LIST;
    }

    private Row row(CurrentUser user, Proposal proposal) {
        return new Row(
                proposal,
                proposal.user().memberships().stream().map(scopes::place).toList(),
                proposal.membership() == null ? null : scopes.place(proposal.membership()),
                LocalDateTime.ofInstant(proposal.proposedAt(), clock.getZone()),
                proposal.proposedBy().equals(user.username()));
    }
}
