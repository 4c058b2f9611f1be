package org.zhubao.policy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.CurrentUser;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.policy.outline.Rewriting;
import org.zhubao.site.Refusal;

/** From a blank page or an earlier text to a draft that a second person can publish: write, prove, submit. */
@Service
public class AuthoringPolicies {

    private final DraftedPolicies drafts;
    private final ReadingDrafts reading;
    private final PolicyCatalog catalog;
    private final BlankPolicy blank;
    private final AuditTrail trail;
    private final Clock clock;

    AuthoringPolicies(
            DraftedPolicies drafts,
            ReadingDrafts reading,
            PolicyCatalog catalog,
            BlankPolicy blank,
            AuditTrail trail,
            Clock clock) {
        this.drafts = drafts;
        this.reading = reading;
        this.catalog = catalog;
        this.blank = blank;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those of the user's scope, the one last changed first. */
    @Transactional(readOnly = true)
    public List<Draft> drafts() {
        return drafts.findAllByOrderByChangedAtDesc().stream()
                .map(DraftedPolicy::toDraft)
                .toList();
    }

    /** Empty where there is none, or none in the user's scope. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(UUID id) {
        return drafts.findById(id).map(DraftedPolicy::toDraft);
    }

    /**
     * Begins a draft with a published text, or with a blank one. Region, benefit year and name are put in; everything else
     * stays as it was, because no date moves by itself.
     *
     * @param region division code of the pooling region or county it is for
     * @param name of the policy, the same from year to year
     * @param base null for a blank page
     * @throws Refusal when the region lies beyond the user's scope
     */
    @Transactional
    public UUID begin(String region, int benefitYear, String name, @Nullable PublishedPolicy base, CurrentUser by) {
        String text = base == null ? blank.text() : base.text();
        text = Rewriting.replace(text, "policy", name);
        text = Rewriting.replace(text, "region", region);
        text = Rewriting.replace(text, "benefit-years", String.valueOf(benefitYear));
        return begin(region, text, base == null ? null : base.digest(), by);
    }

    /**
     * Begins a draft with a text of one's own.
     *
     * @param region division code of the pooling region or county it is for
     * @param madeFrom digest of the published text it begins with; null for a blank one
     * @throws Refusal when the region lies beyond the user's scope
     */
    @Transactional
    public UUID begin(String region, String text, @Nullable String madeFrom, CurrentUser by) {
        requireWithin(region, by);
        DraftedPolicy draft =
                drafts.save(new DraftedPolicy(region, DraftText.of(text), madeFrom, by.username(), clock.instant()));
        trail.record(draft.event(Action.POLICY_DRAFTED).by(by.username()));
        return draft.toDraft().id();
    }

    /**
     * Puts another text in place of the one that the user has seen.
     *
     * @param seen version of the draft that the user began to write at
     * @return whether that was done; not where somebody else has saved or submitted the draft meanwhile
     */
    @Transactional
    public boolean save(UUID id, int seen, String text, CurrentUser by) {
        DraftedPolicy draft = lock(id);
        if (!draft.isAt(seen) || !draft.isOpen()) {
            return false;
        }
        DraftText typed = DraftText.of(text);
        if (!typed.text().equals(draft.text())) {
            draft.rewrite(typed, by.username(), clock.instant());
            trail.record(draft.event(Action.POLICY_DRAFT_SAVED).by(by.username()));
        }
        return true;
    }

    /**
     * Notes what the proof of the text has found.
     *
     * @throws Refusal when the text has been changed meanwhile
     */
    @Transactional
    public void proved(UUID id, DraftProof proof) {
        DraftedPolicy draft = lock(id);
        if (!PublishedPolicy.digestOf(draft.text()).equals(proof.digest())) {
            throw Refusal.overtaken("policy.draft.moved-on");
        }
        draft.proved(proof, clock.instant());
        trail.record(draft.event(Action.POLICY_PROVED)
                .with("needingRulings", proof.needingRulings().size())
                .with("needingAcknowledgment", proof.needingAcknowledgment().size()));
    }

    /**
     * Hands the draft to a second person.
     *
     * @param acknowledged whether the user says that they know of what the notice may want, such as inversions
     * @throws Refusal when the text is not proved as it stands, needs rulings, names another region or a policy that
     *     another region has
     */
    @Transactional
    public void submit(UUID id, boolean acknowledged, CurrentUser by) {
        DraftedPolicy draft = lock(id);
        draft.submit(acknowledged, by.username(), clock.instant());
        requireFit(draft.toDraft());
        trail.record(draft.event(Action.POLICY_SUBMITTED).with("acknowledged", acknowledged));
    }

    private void requireFit(Draft draft) {
        reading.read(draft.text()).policies().forEach(policy -> {
            policy.rulings().stream()
                    .filter(ruling -> !ruling.isComplete())
                    .findFirst()
                    .ifPresent(ruling -> {
                        throw new Refusal("policy.draft.ruling-incomplete", ruling.id());
                    });
            if (!policy.region().equals(draft.region())) {
                throw new Refusal("policy.draft.other-region", policy.region(), draft.region());
            }
            catalog.all().stream()
                    .map(PublishedPolicy::policy)
                    .filter(other ->
                            other.id().equals(policy.id()) && !other.region().equals(policy.region()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Refusal("policy.draft.name-taken", policy.id(), other.title());
                    });
        });
    }

    private DraftedPolicy lock(UUID id) {
        return drafts.lock(id).orElseThrow(Refusal::notFound);
    }

    private static void requireWithin(String region, CurrentUser user) {
        if (!user.scope().covers(region)) {
            throw Refusal.notAllowed();
        }
    }
}
