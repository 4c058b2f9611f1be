package org.zhubao.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhubao.policy.Publications.Published;
import org.zhubao.policy.text.PolicyTextReader;
import org.zhubao.rules.Policy;

/**
 * The policies that offices have written and published here. The database is asked every time, so that every node knows
 * at once; a text is read once, because it never changes.
 */
@Component
@Order(2)
class PublishedDrafts implements PolicySource {

    private static final Logger log = LoggerFactory.getLogger(PublishedDrafts.class);

    private final Publications publications;
    private final PolicyVersions versions;
    private final PolicyTextReader reader;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    PublishedDrafts(Publications publications, PolicyVersions versions, StoredNotices notices) {
        this.publications = publications;
        this.versions = versions;
        this.reader = new PolicyTextReader(notices::text);
    }

    private record Key(String digest, int benefitYear) {}

    private record Known(String text, Optional<Policy> policy) {}

    @Override
    public List<Entry> read(Instant at) {
        List<Entry> entries = new ArrayList<>();
        for (Published published : publications.all()) {
            if (published.at().isAfter(at)) {
                continue;
            }
            for (int year = published.years().first(); year <= published.years().last(); year++) {
                entries.add(entry(published, year));
            }
        }
        return entries;
    }

    private Entry entry(Published published, int benefitYear) {
        Known text = known.computeIfAbsent(new Key(published.digest(), benefitYear), this::read);
        return new Entry(
                published.region(),
                benefitYear,
                text.policy()
                        .map(policy -> new PublishedPolicy(
                                policy.id() + "-" + benefitYear,
                                String.valueOf(published.version()),
                                published.digest(),
                                policy,
                                text.text())));
    }

    private Known read(Key key) {
        String text = versions.findById(key.digest()).orElseThrow().text();
        PolicyReading reading = reader.read(text, key.benefitYear());
        if (reading.policy().isEmpty()) {
            log.error(
                    "The policy with digest {} is suspended for {}: {}",
                    key.digest(),
                    key.benefitYear(),
                    reading.problems());
        }
        return new Known(text, reading.policy());
    }
}
