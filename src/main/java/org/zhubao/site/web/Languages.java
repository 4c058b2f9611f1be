package org.zhubao.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.zhubao.site.Api;

/**
 * Chinese unless the user has chosen otherwise; the choice is kept for a year in a cookie that holds nothing else.
 * Programs choose with each request, by {@code Accept-Language}.
 */
@Configuration(proxyBeanMethods = false)
class Languages {

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver cookie = new ScreenLanguage("zhubao-language");
        cookie.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setRejectInvalidCookies(false);
        return cookie;
    }

    /** The cookie's language, except where a program asks. */
    private static final class ScreenLanguage extends CookieLocaleResolver {

        private final AcceptHeaderLocaleResolver accepted = new AcceptHeaderLocaleResolver();

        ScreenLanguage(String cookie) {
            super(cookie);
            accepted.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
            accepted.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return Api.isAskedBy(request) ? accepted.resolveLocale(request) : super.resolveLocale(request);
        }

        @Override
        public LocaleContext resolveLocaleContext(HttpServletRequest request) {
            return Api.isAskedBy(request)
                    ? new SimpleLocaleContext(accepted.resolveLocale(request))
                    : super.resolveLocaleContext(request);
        }
    }
}
