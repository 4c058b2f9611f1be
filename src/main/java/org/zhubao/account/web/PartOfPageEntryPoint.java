package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** When a part of a page is asked for without a session, the whole page goes to sign in, not just that part. */
class PartOfPageEntryPoint implements AuthenticationEntryPoint {

    private final String address;

    PartOfPageEntryPoint(String address) {
        this.address = address;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("HX-Redirect", request.getContextPath() + address);
    }
}
