package org.zhubao.policy.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.zhubao.account.CurrentUser;
import org.zhubao.policy.PublishedPolicy;

/**
 * What somebody wants to begin with.
 *
 * @param base id of a published policy; empty for a blank page
 * @param region division code of the pooling region or county
 * @param benefitYear the year of cover
 * @param name of the policy, in lower-case letters, digits and hyphens
 */
record NewDraft(String base, String region, String benefitYear, String name) {

    NewDraft {
        base = trimmed(base);
        region = trimmed(region);
        benefitYear = trimmed(benefitYear);
        name = trimmed(name);
    }

    private static String trimmed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    void check(CurrentUser user, Errors problems) {
        if (!region.matches("\\d{4}|\\d{6}") || !user.scope().covers(region)) {
            problems.rejectValue("region", "policy.draft.region.wrong");
        }
        if (!benefitYear.matches("20\\d\\d")) {
            problems.rejectValue("benefitYear", "policy.draft.year.wrong");
        }
        if (!name.matches("[a-z][a-z0-9-]{2,60}")) {
            problems.rejectValue("name", "policy.draft.name.wrong");
        }
    }

    /** The same policy for the year after the last one that it speaks of. */
    static NewDraft nextYearOf(PublishedPolicy published) {
        return new NewDraft(
                published.id(),
                published.policy().region(),
                String.valueOf(published.policy().benefitYears().last() + 1),
                published.policy().id());
    }
}
