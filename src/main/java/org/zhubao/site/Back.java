package org.zhubao.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Where the user came from, as a path of this product and never another address. */
public final class Back {

    private Back() {}

    /** The view name that redirects to the page the request was sent from, or to the home page. */
    public static String from(HttpServletRequest request) {
        return "redirect:" + path(request);
    }

    /** The page the request was sent from, or the home page. */
    public static String path(HttpServletRequest request) {
        return path(request.getHeader(HttpHeaders.REFERER), request.getContextPath());
    }

    static String path(@Nullable String referer, String contextPath) {
        if (referer == null) {
            return "/";
        }
        try {
            URI address = URI.create(referer);
            String path = address.getRawPath();
            if (path == null || !path.startsWith(contextPath + "/") || path.startsWith("//") || path.contains("\\")) {
                return "/";
            }
            String query = address.getRawQuery();
            return path.substring(contextPath.length()) + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
