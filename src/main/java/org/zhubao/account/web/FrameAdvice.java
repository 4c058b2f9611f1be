package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhubao.account.SignedInUser;

/** Hands the frame to every page of somebody who is signed in. */
@ControllerAdvice
class FrameAdvice {

    private final Workplaces workplaces;

    FrameAdvice(Workplaces workplaces) {
        this.workplaces = workplaces;
    }

    @ModelAttribute("frame")
    @Nullable
    Frame frame(HttpServletRequest request) {
        return SignedInUser.atWork()
                .map(user -> new Frame(user, workplaces, request.getSession()))
                .orElse(null);
    }
}
