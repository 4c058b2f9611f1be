package org.zhubao.account.web;

import java.nio.charset.StandardCharsets;
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
import org.zhubao.account.User;
import org.zhubao.site.Flash;

/** Where a one-time link leads: choosing a password. */
@Controller
@RequestMapping("/invitation/{token}")
class InvitationController {

    private final Invitations invitations;

    InvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    @ModelAttribute("invited")
    User invited(@PathVariable String token) {
        return invitations.invited(token);
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("form", new PasswordForm("", ""));
        return "account/invitation";
    }

    @PostMapping
    String choose(
            @PathVariable String token,
            @ModelAttribute("invited") User invited,
            @ModelAttribute("form") PasswordForm form,
            BindingResult problems,
            RedirectAttributes redirect) {
        form.check(invited.username(), problems);
        if (problems.hasErrors()) {
            return "account/invitation";
        }
        invitations.accept(token, form.password());
        Flash.success(redirect, "invitation.done");
        return "redirect:/sign-in";
    }

    /** A new password, typed twice. Length is the whole policy: no classes of characters, no expiry. */
    record PasswordForm(String password, String repeated) {

        private static final int SHORTEST = 12;
        /** bcrypt looks at no more bytes than these. */
        private static final int MOST_BYTES = 72;

        PasswordForm {
            password = password == null ? "" : password;
            repeated = repeated == null ? "" : repeated;
        }

        void check(String username, BindingResult problems) {
            if (password.codePointCount(0, password.length()) < SHORTEST) {
                problems.rejectValue("password", "invitation.too-short");
            } else if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
                problems.rejectValue("password", "invitation.too-long");
            } else if (password.equalsIgnoreCase(username)) {
                problems.rejectValue("password", "invitation.is-username");
            } else if (!password.equals(repeated)) {
                problems.rejectValue("repeated", "invitation.not-repeated");
            }
        }

        @Override
        public String toString() {
            return "PasswordForm";
        }
    }
}
