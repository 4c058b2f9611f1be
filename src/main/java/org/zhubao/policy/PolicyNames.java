package org.zhubao.policy;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Parameter;
import org.zhubao.rules.Standard;

/**
 * What the parts of a policy are called in the language of whoever reads: in Chinese the notice's own words, in English
 * the codes, which are English words. Outside of a request nobody reads, and the notice's own words hold.
 */
public final class PolicyNames {

    private PolicyNames() {}

    public static String of(Identity identity) {
        return inReadersLanguage(identity.code(), identity.name());
    }

    /** As sheets call it, such as 低保. */
    public static String shortOf(Identity identity) {
        return inReadersLanguage(identity.code(), identity.shortName());
    }

    public static String of(FactSpec fact) {
        return inReadersLanguage(fact.code(), fact.name());
    }

    public static String of(Standard standard) {
        return inReadersLanguage(standard.id(), standard.name());
    }

    public static String of(Fund fund) {
        return inReadersLanguage(fund.code(), fund.name());
    }

    public static String of(Parameter value) {
        return inReadersLanguage(value.name(), value.label());
    }

    private static String inReadersLanguage(String code, String name) {
        LocaleContext context = LocaleContextHolder.getLocaleContext();
        Locale locale = context == null ? null : context.getLocale();
        boolean english = locale != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return english ? code.replace('-', ' ') : name;
    }
}
