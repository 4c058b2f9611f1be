package org.zhubao.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Leads whoever is not signed in to the sign-in page; whose browser still has a session that is over, with a word about
 * that. When only a part of a page was asked for, the whole page goes there, not just that part.
 */
class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {

    SignInEntryPoint(String address) {
        super(address);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null || isOver(request)) {
            sendAway(request, response);
        } else {
            super.commence(request, response, reason);
        }
    }

    /** To the sign-in page, which says that the session is over. */
    void sendAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getContextPath() + getLoginFormUrl() + (isOver(request) ? "?expired" : "");
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(address);
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", address);
        }
    }

    private static boolean isOver(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
