package org.zhubao.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.zhubao.policy.text.PolicyTextReader;
import org.zhubao.rules.BenefitYears;
import org.zhubao.rules.Policy;

/** The policy texts that come with the product, below {@code policies/<division>/}. */
@Component
@Order(1)
class ShippedPolicies implements PolicySource {

    private final PolicyTextReader reader;
    private final List<Entry> entries;

    /** @throws IllegalStateException when a text has problems: a shipped one never may */
    ShippedPolicies(ResourcePatternResolver resources, StoredNotices notices) {
        this.reader = new PolicyTextReader(notices::text);
        this.entries = entries(resources);
    }

    /** One policy for each text and benefit year it speaks of, whenever one asks. */
    @Override
    public List<Entry> read(Instant at) {
        return entries;
    }

    List<Entry> entries() {
        return entries;
    }

    private List<Entry> entries(ResourcePatternResolver resources) {
        try {
            List<Entry> found = new ArrayList<>();
            for (Resource resource : resources.getResources("classpath*:policies/*/*.yaml")) {
                String text = resource.getContentAsString(StandardCharsets.UTF_8);
                BenefitYears years = reader.benefitYears(text)
                        .orElseThrow(() -> new IllegalStateException(resource + " names no benefit years"));
                for (int year = years.first(); year <= years.last(); year++) {
                    published(resource, text, year).map(Entry::of).ifPresent(found::add);
                }
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty while a value of that year is open: a policy is in force only when it is complete. */
    private Optional<PublishedPolicy> published(Resource resource, String text, int year) {
        PolicyReading reading = reader.read(text, year);
        Policy policy =
                reading.policy().orElseThrow(() -> new IllegalStateException(resource + ": " + reading.problems()));
        return reading.openValues().isEmpty()
                ? Optional.of(new PublishedPolicy(
                        policy.id() + "-" + year, "1", PublishedPolicy.digestOf(text), policy, text))
                : Optional.empty();
    }
}
