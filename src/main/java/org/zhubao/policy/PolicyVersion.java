package org.zhubao.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One text of a region's subsidy policy as it was in force. It is written once and never changes. */
@Entity
@Table(name = "policy_version")
class PolicyVersion {

    @Id
    private String digest;

    private String version;
    private String region;
    private int firstBenefitYear;
    private int lastBenefitYear;
    private String text;
    private Instant recordedAt;

    protected PolicyVersion() {
        // for JPA
    }

    PolicyVersion(PublishedPolicy published, Instant at) {
        this.digest = published.digest();
        this.version = published.version();
        this.region = published.policy().region();
        this.firstBenefitYear = published.policy().benefitYears().first();
        this.lastBenefitYear = published.policy().benefitYears().last();
        this.text = published.text();
        this.recordedAt = at;
    }

    String version() {
        return version;
    }

    String text() {
        return text;
    }
}
