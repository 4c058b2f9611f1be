package org.zhubao.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhubao.policy.text.PolicyTextReader;
import org.zhubao.rules.BenefitYears;
import org.zhubao.rules.Policy;

/** Reads texts that are not published. Nothing is kept. */
@Service
public class ReadingDrafts {

    private static final BenefitYears NO_YEAR = new BenefitYears(0, 0);

    private final PolicyTextReader reader;

    ReadingDrafts(StoredNotices notices) {
        this.reader = new PolicyTextReader(notices::text);
    }

    /** What the text says for every benefit year it speaks of. */
    public DraftReading read(String text) {
        List<Policy> policies = new ArrayList<>();
        Set<PolicyProblem> problems = new LinkedHashSet<>();
        BenefitYears years = reader.benefitYears(text).orElse(NO_YEAR);
        for (int year = years.first(); year <= years.last(); year++) {
            PolicyReading reading = reader.read(text, year);
            reading.policy().ifPresent(policies::add);
            problems.addAll(reading.problems());
        }
        return new DraftReading(problems.isEmpty() ? policies : List.of(), List.copyOf(problems));
    }

    /** @param benefitYear null for the first year the text speaks of */
    public PolicyReading read(String text, @Nullable Integer benefitYear) {
        int year = benefitYear != null
                ? benefitYear
                : reader.benefitYears(text).map(BenefitYears::first).orElse(0);
        return reader.read(text, year);
    }
}
