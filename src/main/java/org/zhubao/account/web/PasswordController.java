package org.zhubao.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.Passwords;
import org.zhubao.account.UnfinishedSignIn;
import org.zhubao.site.Flash;

/** Changing one's password: by choice, or as a step of signing in after the old one has expired. */
@Controller
@RequestMapping("/account/password")
class PasswordController {

    private final Passwords passwords;
    private final SignInProgress progress;

    PasswordController(Passwords passwords, SignInProgress progress) {
        this.passwords = passwords;
        this.progress = progress;
    }

    @ModelAttribute("hint")
    String hint() {
        return passwords.hint();
    }

    @ModelAttribute("expired")
    boolean expired() {
        return progress.current().isPresent();
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("form", PasswordForm.blank());
        return "account/password";
    }

    @PostMapping
    @Nullable
    String change(
            Principal who,
            @ModelAttribute("form") PasswordForm form,
            BindingResult problems,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws ServletException, IOException {
        if (!passwords.isPresent(who.getName(), form.present())) {
            problems.rejectValue("present", "password.present.wrong");
        } else {
            form.check(who.getName(), passwords, problems);
        }
        if (problems.hasErrors()) {
            return "account/password";
        }
        passwords.change(who.getName(), form.password(), request.getSession().getId());
        Optional<UnfinishedSignIn> step = progress.current();
        if (step.isPresent()) {
            progress.advance(step.get(), request, response);
            return null;
        }
        Flash.success(redirect, "password.changed");
        return "redirect:/account/sessions";
    }
}
