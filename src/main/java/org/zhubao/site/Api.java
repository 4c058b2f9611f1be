package org.zhubao.site;

import jakarta.servlet.http.HttpServletRequest;

/** What tells the HTTP interface from the screens. */
public final class Api {

    /** Every address of the interface begins so. */
    public static final String ROOT = "/api/";

    private Api() {}

    public static boolean isAskedBy(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + ROOT);
    }
}
