package org.zhubao.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhubao.policy.Publications.Published;

/** The versions of policies, in force or not any longer. */
@Service
public class PolicyHistory {

    private final Publications publications;
    private final PolicyVersions versions;
    private final ShippedPolicies shipped;

    PolicyHistory(Publications publications, PolicyVersions versions, ShippedPolicies shipped) {
        this.publications = publications;
        this.versions = versions;
        this.shipped = shipped;
    }

    /**
     * One version that was or is in force.
     *
     * @param submittedBy with {@code approvedBy} and {@code at} null for the one that comes with the product
     */
    public record Version(
            String version,
            String digest,
            @Nullable String submittedBy,
            @Nullable String approvedBy,
            @Nullable Instant at) {}

    /** The versions for a region and benefit year, the newest first. */
    public List<Version> of(String region, int benefitYear) {
        List<Version> found = new ArrayList<>();
        shipped.entries().stream()
                .flatMap(entry -> entry.policy().stream())
                .filter(p -> p.policy().region().equals(region) && p.policy().benefitYear() == benefitYear)
                .forEach(p -> found.add(new Version(p.version(), p.digest(), null, null, null)));
        publications.all().stream()
                .filter(p -> p.region().equals(region) && p.years().contains(benefitYear))
                .map(PolicyHistory::version)
                .forEach(found::add);
        Collections.reverse(found);
        return found;
    }

    /** The text of that digest, if it was ever in force. */
    public Optional<String> textOf(String digest) {
        return versions.findById(digest).map(PolicyVersion::text);
    }

    private static Version version(Published published) {
        return new Version(
                String.valueOf(published.version()),
                published.digest(),
                published.submittedBy(),
                published.approvedBy(),
                published.at());
    }
}
