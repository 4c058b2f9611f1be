package org.zhubao.policy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhubao.policy.text.PolicyTextReader;
import org.zhubao.rules.BenefitYears;

/** Reads texts that are not published. Nothing is kept. */
@Service
public class ReadingDrafts {

    private final PolicyTextReader reader;

    ReadingDrafts(StoredNotices notices) {
        this.reader = new PolicyTextReader(notices::text);
    }

    /** @param benefitYear null for the first year the text speaks of */
    public PolicyReading read(String text, @Nullable Integer benefitYear) {
        int year = benefitYear != null
                ? benefitYear
                : reader.benefitYears(text).map(BenefitYears::first).orElse(0);
        return reader.read(text, year);
    }
}
