package org.zhubao.site;

import jakarta.servlet.http.HttpServletRequest;

/** What tells the HTTP interface from the screens. */
public final class Api {

    /** Every address of the interface begins so. */
    public static final String ROOT = "/api/";

    private Api() {}

    /** Also by an address with a slash too many. */
    public static boolean isAskedBy(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .matches("/+" + ROOT.substring(1) + ".*");
    }
}
