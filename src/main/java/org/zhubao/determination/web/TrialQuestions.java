package org.zhubao.determination.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhubao.account.Workplace;
import org.zhubao.determination.TryingPolicies.Question;
import org.zhubao.policy.AuthoringPolicies;
import org.zhubao.policy.Draft;
import org.zhubao.policy.DraftReading;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.policy.ReadingDrafts;
import org.zhubao.rules.Policy;
import org.zhubao.site.Refusal;

/** Finds the two policies that an address asks to compare. */
@Component
class TrialQuestions {

    private final AuthoringPolicies authoring;
    private final ReadingDrafts reading;
    private final PolicyCatalog catalog;
    private final PolicyArchive archive;

    TrialQuestions(AuthoringPolicies authoring, ReadingDrafts reading, PolicyCatalog catalog, PolicyArchive archive) {
        this.authoring = authoring;
        this.reading = reading;
        this.catalog = catalog;
        this.archive = archive;
    }

    /** The draft for the year at work, or for the first it speaks of, against what is in force for the year at work. */
    Question ofDraft(UUID id, Workplace workplace) {
        Draft draft = authoring.find(id).orElseThrow(Refusal::notFound);
        DraftReading read = reading.read(draft.text());
        Policy after = read.of(workplace.benefitYear())
                .filter(policy -> read.isSound())
                .orElseThrow(
                        () -> new Refusal("policy.unsound-text", read.problems().size()));
        Policy before = catalog.find(workplace.county().code(), workplace.benefitYear())
                .map(PublishedPolicy::policy)
                .orElse(null);
        return question(before, after, workplace);
    }

    /** The version in force against an earlier one. */
    Question ofVersion(String id, @Nullable String against, Workplace workplace) {
        Policy after = catalog.byId(id).orElseThrow(Refusal::notFound).policy();
        Policy before = against == null
                ? null
                : archive.find(against, after.benefitYear())
                        .orElseThrow(Refusal::notFound)
                        .policy();
        return question(before, after, workplace);
    }

    private static Question question(@Nullable Policy before, Policy after, Workplace workplace) {
        if (!workplace.county().code().startsWith(after.region())) {
            throw new Refusal(
                    "trial.other-place", after.region(), workplace.county().name());
        }
        return new Question(before, after, workplace.county().code(), workplace.benefitYear());
    }
}
