package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.zhubao.rules.Clause;
import org.zhubao.rules.Delivery;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Parameter;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Ruling;

class ShippedPoliciesTests {

    private static final Set<String> CERTIFIERS =
            Set.of("civil-affairs", "poverty", "disabled", "veterans", "health", "education");

    private final PolicyCatalog catalog = PolicyTexts.catalog();

    @ParameterizedTest
    @CsvSource({
        "510402, 2021, panzhihua-hardship-2021",
        "510422, 2021, panzhihua-hardship-2021",
        "510421, 2025, panzhihua-disabled-2025",
        "500152, 2021, tongnan-hardship-2021",
        "533401, 2021, shangrila-2021",
        "610922, 2021, shiquan-2021"
    })
    void aCountyHasThePolicyOfItsRegionAndBenefitYear(String county, int year, String id) {
        PublishedPolicy found = catalog.find(county, year).orElseThrow();
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.digest()).matches("[0-9a-f]{64}");
        assertThat(catalog.byId(id)).contains(found);
    }

    @Test
    void theApplicationFindsThem() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
                PolicyCatalog.class, ShippedPolicies.class, StoredNotices.class)) {
            assertThat(context.getBean(PolicyCatalog.class).all()).hasSameSizeAs(catalog.all());
            assertThat(context.getBean(StoredNotices.class).text("../application"))
                    .isEmpty();
        }
    }

    @Test
    void aYearWithoutANoticeHasNoPolicy() {
        assertThat(catalog.find("510402", 2020)).isEmpty();
        assertThat(catalog.find("510401", 1999)).isEmpty();
        assertThat(catalog.find("330100", 2021)).isEmpty();
    }

    @Test
    void everyIdentityIsCertifiedByADepartmentThatExists() {
        assertThat(policies().flatMap(p -> p.identities().stream()).map(Identity::certifier))
                .isSubsetOf(CERTIFIERS);
        assertThat(policies()
                        .flatMap(p -> p.facts().stream())
                        .map(FactSpec::certifier)
                        .filter(c -> !c.isEmpty() && !c.equals("tax")))
                .as("the tax bureau states of whom it collects like of everybody")
                .isSubsetOf(CERTIFIERS);
    }

    @ParameterizedTest
    @CsvSource({
        "panzhihua-hardship-2021, civil-affairs, 低保, subsistence-allowance",
        "panzhihua-hardship-2021, disabled, 重度残疾人员, severely-disabled",
        "panzhihua-hardship-2021, poverty, 建档立卡贫困户, registered-poor",
        "panzhihua-disabled-2025, disabled, 持证残疾人, disabled",
        "panzhihua-disabled-2025, poverty, 防止返贫监测对象, monitored-household",
        "tongnan-hardship-2021, civil-affairs, 特困人员-7131, destitute-support",
        "tongnan-hardship-2021, poverty, 脱贫户(享受政策), poor-household",
        "tongnan-hardship-2021, health, 计生奖励扶助, family-planning-reward",
        "shangrila-2021, disabled, 一级残疾(丧失劳动能力), severely-disabled",
        "shiquan-2021, civil-affairs, 孤儿, destitute-support",
        "shiquan-2021, health, 双女户, family-planning-household"
    })
    void wordingsOfRostersAreKnown(String policy, String certifier, String wording, String identity) {
        assertThat(PolicyTexts.policy(policy).identities())
                .filteredOn(i -> i.certifier().equals(certifier) && i.wordings().contains(wording))
                .extracting(Identity::code)
                .containsExactly(identity);
    }

    @Test
    void vagueWordingsStayUnknown() {
        assertThat(policies().flatMap(p -> p.identities().stream()).flatMap(i -> i.wordings().stream()))
                .doesNotContain("待定", "困难户（其他）", "困难户(其他)", "特殊人群A类");
    }

    @Test
    void theEducationListAssertsAStudent() {
        assertThat(PolicyTexts.policy("panzhihua-hardship-2021").facts())
                .filteredOn(f -> f.certifier().equals("education"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo("student");
                    assertThat(f.wordings()).contains("在校学生");
                    assertThat(f.asserted()).isEqualTo("yes");
                });
    }

    @Test
    void whatNoDocumentSaysIsMarkedAsASample() {
        List<Parameter> parameters =
                PolicyTexts.policy("panzhihua-hardship-2021").provisions().parameters();
        assertThat(parameters)
                .filteredOn(p -> p.name().startsWith("supplement"))
                .hasSize(2)
                .allMatch(p -> p.standing() == Parameter.Standing.SAMPLE);
        assertThat(parameters)
                .filteredOn(p -> p.name().startsWith("basic"))
                .allMatch(p -> p.standing() == Parameter.Standing.TO_CONFIRM);
    }

    @Test
    void everyClauseAndRulingDecidesSomething() {
        policies().forEach(policy -> assertThat(policy.provisions().citations())
                .as(policy.title())
                .containsAll(Stream.concat(
                                policy.clauses().stream().map(Clause::id),
                                policy.rulings().stream().map(Ruling::id))
                        .toList()));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentence(Reason reason) {
        assertInBothLanguages(reason.messageKey());
    }

    @Test
    void everyOutcomeAndDeliveryHasAWord() {
        Stream.of(Outcome.values()).map(Outcome::messageKey).forEach(this::assertInBothLanguages);
        Stream.of(Delivery.values()).map(Delivery::messageKey).forEach(this::assertInBothLanguages);
    }

    private void assertInBothLanguages(String key) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/policy");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        String chinese = messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese).isNotBlank().isNotEqualTo(messages.getMessage(key, null, Locale.ENGLISH));
    }

    private Stream<Policy> policies() {
        return catalog.all().stream().map(PublishedPolicy::policy);
    }
}
