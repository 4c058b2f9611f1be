package org.zhubao.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhubao.account.SecondStep;
import org.zhubao.site.Flash;
import org.zhubao.site.Refusal;

/** Enrolling the authenticator that shows one-time codes, and giving it up. */
@Controller
@RequestMapping("/account/second-step")
class SecondStepController {

    private static final String PAGE = "redirect:/account/second-step";

    private final SecondStep secondStep;
    private final SignInProgress progress;

    SecondStepController(SecondStep secondStep, SignInProgress progress) {
        this.secondStep = secondStep;
        this.progress = progress;
    }

    @ModelAttribute("required")
    boolean required() {
        return progress.current().isPresent();
    }

    @GetMapping
    String page(Principal who, Model model) {
        model.addAttribute("enrolled", secondStep.isEnrolled(who.getName()));
        secondStep.begun(who.getName()).ifPresent(enrolment -> {
            model.addAttribute("enrolment", enrolment);
            model.addAttribute("square", Square.of(enrolment.link()));
        });
        return "account/second-step";
    }

    @PostMapping
    String begin(Principal who) {
        secondStep.begin(who.getName());
        return PAGE;
    }

    /** Shows the recovery codes in the answer itself: they are kept nowhere to be shown later. */
    @PostMapping("/confirmation")
    String confirm(Principal who, @RequestParam String code, Model model) {
        List<String> recovery = secondStep.confirm(who.getName(), code);
        if (recovery.isEmpty()) {
            return PAGE + "?failed";
        }
        model.addAttribute("recovery", recovery);
        return "account/recovery-codes";
    }

    /** Goes on signing in after the enrolment; to the home page where nobody is. */
    @PostMapping("/done")
    @Nullable
    String done(Principal who, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var step = progress.current();
        if (step.isEmpty()) {
            return "redirect:/";
        }
        if (!secondStep.isEnrolled(who.getName())) {
            throw Refusal.notAllowed();
        }
        progress.advance(step.get(), request, response);
        return null;
    }

    @PostMapping("/removal")
    String remove(Principal who, @RequestParam String code, RedirectAttributes redirect) {
        if (!secondStep.check(who.getName(), code)) {
            return PAGE + "?failed";
        }
        secondStep.remove(who.getName());
        Flash.success(redirect, "second-step.removed");
        return PAGE;
    }
}
