package org.zhubao.policy;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhubao.policy.text.PolicyTextReader;

/** Keeps every text that was ever in force, so that a run of years ago can still be explained. */
@Service
public class PolicyArchive {

    private final PolicyVersions versions;
    private final PolicyCatalog catalog;
    private final PolicyTextReader reader;
    private final Clock clock;

    PolicyArchive(
            PolicyVersions versions,
            PolicyCatalog catalog,
            ShippedPolicies shipped,
            StoredNotices notices,
            Clock clock) {
        this.versions = versions;
        this.catalog = catalog;
        this.reader = new PolicyTextReader(notices::text);
        this.clock = clock;
        shipped.entries().stream().flatMap(entry -> entry.policy().stream()).forEach(this::keep);
    }

    /** Keeps a text that comes into force; once it is kept already. */
    void keep(PublishedPolicy published) {
        if (!versions.existsById(published.digest())) {
            versions.saveAndFlush(new PolicyVersion(published, clock.instant()));
        }
    }

    /**
     * The policy a run was made with, in force still or not.
     *
     * @param digest of its text
     */
    public Optional<PublishedPolicy> find(String digest, int benefitYear) {
        return catalog.all().stream()
                .filter(p -> p.digest().equals(digest) && p.policy().benefitYear() == benefitYear)
                .findFirst()
                .or(() -> versions.findById(digest).flatMap(version -> read(version, digest, benefitYear)));
    }

    /** The text that is kept under a digest, whatever it is by now; who compares the two sees whether somebody changed it. */
    public Optional<String> text(String digest) {
        return versions.findById(digest).map(PolicyVersion::text);
    }

    private Optional<PublishedPolicy> read(PolicyVersion version, String digest, int benefitYear) {
        return reader.read(version.text(), benefitYear)
                .policy()
                .map(policy -> new PublishedPolicy(
                        policy.id() + "-" + benefitYear, version.version(), digest, policy, version.text()));
    }
}
