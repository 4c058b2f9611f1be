package org.zhubao.policy;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.FourEyes;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.rules.Policy;
import org.zhubao.site.Refusal;

/** What the second person does with a submitted draft: puts it in force, or sends it back. */
@Service
public class PublishingPolicies {

    private final DraftedPolicies drafts;
    private final ReadingDrafts reading;
    private final Publications publications;
    private final PolicyArchive archive;
    private final ShippedPolicies shipped;
    private final AuditTrail trail;
    private final Clock clock;

    PublishingPolicies(
            DraftedPolicies drafts,
            ReadingDrafts reading,
            Publications publications,
            PolicyArchive archive,
            ShippedPolicies shipped,
            AuditTrail trail,
            Clock clock) {
        this.drafts = drafts;
        this.reading = reading;
        this.publications = publications;
        this.archive = archive;
        this.shipped = shipped;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Puts the draft in force for its region and benefit years, from the end of this transaction on.
     *
     * @throws Refusal {@code four-eyes} when the user has begun, last written or submitted it
     */
    @Transactional
    public void publish(UUID id, CurrentUser by) {
        DraftedPolicy draft = lock(id);
        if (!by.scope().covers(draft.toDraft().region())) {
            throw Refusal.notAllowed();
        }
        draft.toDraft().hands().forEach(hand -> FourEyes.requireOther(hand, by));
        draft.publish(by.username(), clock.instant());
        Policy policy = reading.read(draft.text()).policies().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("policy.draft.not-proved"));
        int version = nextVersion(policy.id());
        Draft published = draft.toDraft();
        archive.keep(new PublishedPolicy(
                policy.id() + "-" + policy.benefitYear(),
                String.valueOf(version),
                published.digest(),
                policy,
                published.text()));
        publications.add(published, policy, version, by.username(), clock.instant());
        trail.record(
                draft.event(Action.POLICY_PUBLISHED).with("policy", policy.id()).with("version", version));
    }

    /** Sends the draft back to its author. */
    @Transactional
    public void giveBack(UUID id, String reason, CurrentUser by) {
        DraftedPolicy draft = lock(id);
        draft.giveBack(by.username(), clock.instant(), reason);
        trail.record(draft.event(Action.POLICY_RETURNED));
    }

    /** The one that comes with the product is version 1. */
    private int nextVersion(String policy) {
        boolean isShipped = shipped.entries().stream()
                .flatMap(entry -> entry.policy().stream())
                .anyMatch(p -> p.policy().id().equals(policy));
        return publications.countOf(policy) + (isShipped ? 2 : 1);
    }

    private DraftedPolicy lock(UUID id) {
        return drafts.lock(id).orElseThrow(Refusal::notFound);
    }
}
