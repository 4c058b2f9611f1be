package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zhubao.rules.Policy;

/** What identities are called on screens, in the language of whoever reads them. */
class IdentityNamesTests {

    private final Policy policy = PolicyTexts.policy("panzhihua-hardship-2021");

    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void readersOfEnglishGetTheEnglishCodes() {
        LocaleContextHolder.setLocale(Locale.UK);
        assertThat(IdentityNames.of(policy))
                .containsEntry("low-income-household", "low income household")
                .containsEntry("student", "student");
        assertThat(PolicyNames.of(policy.funds().get(0)))
                .isEqualTo(policy.funds().get(0).code().replace('-', ' '));
        assertThat(PolicyNames.of(policy.standards().get(0)))
                .isEqualTo(policy.standards().get(0).id().replace('-', ' '));
    }

    @Test
    void everybodyElseGetsTheWordsOfTheNotice() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(IdentityNames.of(policy)).containsEntry("destitute-support", "城乡特困供养人员");
        assertThat(PolicyNames.of(policy.funds().get(0)))
                .isEqualTo(policy.funds().get(0).name());
        LocaleContextHolder.resetLocaleContext();
        assertThat(IdentityNames.of(policy)).containsEntry("student", "在校学生");
    }
}
