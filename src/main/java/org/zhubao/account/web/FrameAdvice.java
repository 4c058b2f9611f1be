package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhubao.account.OpenMatters;
import org.zhubao.account.SignedInUser;

/** Hands the frame to every page of somebody who is signed in. */
@ControllerAdvice
class FrameAdvice {

    private final Workplaces workplaces;
    private final ScopeChoice scopes;
    private final OpenMatters matters;

    FrameAdvice(Workplaces workplaces, ScopeChoice scopes, ObjectProvider<OpenMatters> matters) {
        this.matters = matters.getIfAvailable(() -> workplace -> 0);
        this.scopes = scopes;
        this.workplaces = workplaces;
    }

    @ModelAttribute("frame")
    @Nullable
    Frame frame(HttpServletRequest request) {
        return SignedInUser.inSession()
                .map(user -> new Frame(user, workplaces, scopes, matters, request))
                .orElse(null);
    }
}
