package org.zhubao.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.zhubao.account.UnfinishedSignIn;

/**
 * A form whose session has ended meanwhile carries a token nobody knows any more. Its user is not an intruder: they sign
 * in again. Who is still signing in is led to the step that comes next. Anything else that is denied is a 403.
 */
class StalePage implements AccessDeniedHandler {

    private final String address;
    private final AccessDeniedHandler denied = new AccessDeniedHandlerImpl();

    StalePage(String address) {
        this.address = address;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (reason instanceof CsrfException && request.getUserPrincipal() == null) {
            response.sendRedirect(request.getContextPath() + address);
        } else if (authentication != null && authentication.getPrincipal() instanceof UnfinishedSignIn unfinished) {
            response.sendRedirect(request.getContextPath() + unfinished.step().path());
        } else {
            denied.handle(request, response, reason);
        }
    }
}
