package org.zhubao.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhubao.policy.Publications.Published;
import org.zhubao.policy.text.PolicyTextReader;

/**
 * The policies that offices have written and published here. The database is asked every time, so that every node knows
 * at once; a text is read once, because it never changes.
 */
@Component
@Order(2)
class PublishedDrafts implements PolicySource {

    private static final Logger log = LoggerFactory.getLogger(PublishedDrafts.class);

    private final Publications publications;
    private final PolicyTextReader reader;
    private final Map<Key, Entry> known = new ConcurrentHashMap<>();

    PublishedDrafts(Publications publications, StoredNotices notices) {
        this.publications = publications;
        this.reader = new PolicyTextReader(notices::text);
    }

    private record Key(String policy, int version, int benefitYear) {}

    @Override
    public List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        for (Published published : publications.all()) {
            for (int year = published.years().first(); year <= published.years().last(); year++) {
                int benefitYear = year;
                entries.add(known.computeIfAbsent(
                        new Key(published.policy(), published.version(), year), key -> read(published, benefitYear)));
            }
        }
        return entries;
    }

    private Entry read(Published published, int benefitYear) {
        PolicyReading reading = reader.read(published.text(), benefitYear);
        if (reading.policy().isEmpty()) {
            log.error(
                    "Policy {} version {} is suspended for {}: {}",
                    published.policy(),
                    published.version(),
                    benefitYear,
                    reading.problems());
        }
        return new Entry(
                published.region(),
                benefitYear,
                reading.policy()
                        .map(policy -> new PublishedPolicy(
                                policy.id() + "-" + benefitYear,
                                String.valueOf(published.version()),
                                published.digest(),
                                policy,
                                published.text())));
    }
}
