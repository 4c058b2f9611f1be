package org.zhubao.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhubao.account.SecondStep;
import org.zhubao.account.UnfinishedSignIn;
import org.zhubao.site.Refusal;

/** Asks for the one-time code after the password. */
@Controller
@RequestMapping("/sign-in/code")
class CodeController {

    private final SecondStep secondStep;
    private final SignInProgress progress;

    CodeController(SecondStep secondStep, SignInProgress progress) {
        this.secondStep = secondStep;
        this.progress = progress;
    }

    @GetMapping
    String page() {
        return "account/code";
    }

    @PostMapping
    @Nullable
    String check(@RequestParam String code, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        UnfinishedSignIn signIn = progress.current().orElseThrow(Refusal::notAllowed);
        if (!secondStep.check(signIn.username(), code)) {
            return "redirect:/sign-in/code?failed";
        }
        progress.advance(signIn, request, response);
        return null;
    }
}
