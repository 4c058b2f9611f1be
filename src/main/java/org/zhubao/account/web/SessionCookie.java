package org.zhubao.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie of the session. Where the request came by TLS it has the prefix that browsers take from this very host and
 * by TLS only, so that no neighbour can plant one; the demo on plain HTTP has to do without.
 */
class SessionCookie implements CookieSerializer {

    static final String BY_TLS = "__Host-" + SessionStore.COOKIE;

    private final CookieSerializer plain = named(SessionStore.COOKIE);
    private final CookieSerializer byTls = named(BY_TLS);

    private static CookieSerializer named(String name) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? byTls : plain;
    }
}
