package org.zhubao.policy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;

/** What the notice of a county and year calls identities, for screens that hold their codes. */
@Component
public class IdentityNames {

    private final PolicyCatalog policies;

    IdentityNames(PolicyCatalog policies) {
        this.policies = policies;
    }

    /** Names by code, facts that rosters assert (在校学生) included; empty where no policy is published. */
    public Map<String, String> of(String county, int benefitYear) {
        return policies.find(county, benefitYear)
                .map(published -> of(published.policy()))
                .orElse(Map.of());
    }

    /** The same of one policy. Readers of English get the codes, which are English words. */
    public static Map<String, String> of(Policy policy) {
        boolean english = isReadInEnglish();
        Map<String, String> names = new HashMap<>();
        for (Identity identity : policy.identities()) {
            names.put(identity.code(), english ? words(identity.code()) : identity.name());
        }
        for (FactSpec fact : policy.facts()) {
            names.putIfAbsent(fact.code(), english ? words(fact.code()) : fact.name());
        }
        return names;
    }

    /** Outside of a request nobody reads, and the notice's own words hold. */
    private static boolean isReadInEnglish() {
        LocaleContext context = LocaleContextHolder.getLocaleContext();
        Locale locale = context == null ? null : context.getLocale();
        return locale != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static String words(String code) {
        return code.replace('-', ' ');
    }
}
