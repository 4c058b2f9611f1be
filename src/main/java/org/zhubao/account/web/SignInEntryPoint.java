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

    private static final String PART = "HX-Request";

    SignInEntryPoint(String address) {
        super(address);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (isOver(request)) {
            sendAway(request, response);
        } else if (request.getHeader(PART) != null) {
            leave(request, response, getLoginFormUrl());
        } else {
            super.commence(request, response, reason);
        }
    }

    /** To the sign-in page, which says that the session is over. */
    void sendAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = getLoginFormUrl() + "?expired";
        if (request.getHeader(PART) == null) {
            response.sendRedirect(request.getContextPath() + address);
        } else {
            leave(request, response, address);
        }
    }

    private static void leave(HttpServletRequest request, HttpServletResponse response, String address) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("HX-Redirect", request.getContextPath() + address);
    }

    private static boolean isOver(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
