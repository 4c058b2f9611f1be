package org.zhubao.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.zhubao.policy.text.PolicyTextReader;
import org.zhubao.rules.BenefitYears;

/** The policy texts that come with the product, below {@code policies/<division>/}. */
@Component
class ShippedPolicies {

    private final ResourcePatternResolver resources;
    private final PolicyTextReader reader;

    ShippedPolicies(ResourcePatternResolver resources, StoredNotices notices) {
        this.resources = resources;
        this.reader = new PolicyTextReader(notices::text);
    }

    /**
     * One policy for each text and benefit year it speaks of, by region and year.
     *
     * @throws IllegalStateException when a text has problems: a shipped one never may
     */
    List<PublishedPolicy> read() {
        try {
            List<PublishedPolicy> policies = new ArrayList<>();
            for (Resource resource : resources.getResources("classpath*:policies/*/*.yaml")) {
                String text = resource.getContentAsString(StandardCharsets.UTF_8);
                BenefitYears years = reader.benefitYears(text)
                        .orElseThrow(() -> new IllegalStateException(resource + " names no benefit years"));
                for (int year = years.first(); year <= years.last(); year++) {
                    policies.add(published(resource, text, year));
                }
            }
            policies.sort(Comparator.comparing((PublishedPolicy p) -> p.policy().region())
                    .thenComparing(p -> p.policy().benefitYear())
                    .thenComparing(PublishedPolicy::id));
            return List.copyOf(policies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PublishedPolicy published(Resource resource, String text, int year) {
        PolicyReading reading = reader.read(text, year);
        return reading.policy()
                .map(p -> new PublishedPolicy(p.id() + "-" + year, "1", digest(text), p, text))
                .orElseThrow(() -> new IllegalStateException(resource + ": " + reading.problems()));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
