package org.zhubao.account.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.Invitations;
import org.zhubao.account.Passwords;
import org.zhubao.account.User;
import org.zhubao.site.Flash;

/** Where a one-time link leads: choosing a password. */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationController {

    private final Invitations invitations;
    private final Passwords passwords;

    InvitationController(Invitations invitations, Passwords passwords) {
        this.invitations = invitations;
        this.passwords = passwords;
    }

    @ModelAttribute("hint")
    String hint() {
        return passwords.hint();
    }

    @ModelAttribute("invited")
    User invited(@PathVariable String token) {
        return invitations.invited(token);
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("form", PasswordForm.blank());
        return "account/invitation";
    }

    @PostMapping
    String choose(
            @PathVariable String token,
            @ModelAttribute("invited") User invited,
            @ModelAttribute("form") PasswordForm form,
            BindingResult problems,
            RedirectAttributes redirect) {
        form.check(invited.username(), passwords, problems);
        if (problems.hasErrors()) {
            return "account/invitation";
        }
        invitations.accept(token, form.password());
        Flash.success(redirect, "invitation.done");
        return "redirect:/sign-in";
    }
}
