package org.zhubao.policy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The policies in force. */
@Service
public class PolicyCatalog {

    private final List<PublishedPolicy> published;

    PolicyCatalog(ShippedPolicies shipped) {
        this.published = shipped.read();
    }

    /**
     * @param division code of a county, or of anything below it
     * @param benefitYear the year of cover
     */
    public Optional<PublishedPolicy> find(String division, int benefitYear) {
        return published.stream()
                .filter(p -> division.startsWith(p.policy().region()))
                .filter(p -> p.policy().benefitYear() == benefitYear)
                .findFirst();
    }

    /** All of them, by region and benefit year. */
    public List<PublishedPolicy> all() {
        return published;
    }

    public Optional<PublishedPolicy> byId(String id) {
        return published.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
