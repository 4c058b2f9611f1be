package org.zhubao.settlement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhubao.determination.Run;
import org.zhubao.levy.Cause;
import org.zhubao.policy.Citation;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Policy;
import org.zhubao.rules.SheetSpec;
import org.zhubao.settlement.Gathering.Followed;

/** Decides what a fund would be charged now. */
@Component
class Drafting {

    /** Those who had paid in full before the tax bureau knew. */
    private static final Set<Cause> LATE = EnumSet.of(Cause.PAID_IN_FULL_BEFORE_MARK, Cause.LATE_RECOGNITION);

    private final SheetCases cases;
    private final StoredOutcomes outcomes;
    private final PolicyArchive archive;
    private final Clock clock;

    Drafting(SheetCases cases, StoredOutcomes outcomes, PolicyArchive archive, Clock clock) {
        this.cases = cases;
        this.outcomes = outcomes;
        this.archive = archive;
        this.clock = clock;
    }

    /** A draft, and for each group of people what was decided about them. */
    record Decided(Charging charging, Draft draft, Map<CaseGroup, Following> groups) {

        /** Groups whose difference the rules leave to a person, and nobody has decided. */
        List<CaseGroup> open() {
            return groups.keySet().stream()
                    .filter(group -> groups.get(group).verdict() == Following.Verdict.OPEN)
                    .toList();
        }
    }

    Policy policy(Run run) {
        return archive.find(run.policyDigest(), run.benefitYear()).orElseThrow().policy();
    }

    Decided decide(Basis basis, SheetSpec spec) {
        Charging charging = Charging.now(clock, basis, policy(basis.run()), spec);
        Map<CaseGroup, Following> groups = new LinkedHashMap<>();
        for (CaseGroup group : cases.groups(charging)) {
            Following following = following(charging, group);
            if (following.kind() == null && group.twiceFen() > 0) {
                following = Following.borneByOthers();
            }
            CaseVerdict decided = following.verdict() == Following.Verdict.OPEN ? group.decided() : null;
            groups.put(group, decided == null ? following : Following.decided(decided, group.differenceFen() > 0));
        }
        return new Decided(charging, draft(charging, groups), groups);
    }

    /** What was decided, as far as it charges something. */
    List<Followed> followed(Decided decided) {
        List<Followed> followed = new ArrayList<>();
        decided.groups().forEach((group, following) -> {
            EntryKind kind = following.kind();
            if (kind != null) {
                String clause = Citation.articles(decided.charging().policy(), following.basis());
                followed.add(new Followed(group, kind, following.cause(), clause));
            }
        });
        return followed;
    }

    private Following following(Charging charging, CaseGroup group) {
        Run run = charging.basis().run();
        Optional<Cause> finding =
                Optional.of(group.finding()).filter(f -> !f.isEmpty()).map(Cause::valueOf);
        if (group.isFirst()) {
            Following first = charging.advance() != null
                    ? Following.advance(charging.fundsBasis())
                    : Following.firstCharge(finding.filter(LATE::contains).isPresent());
            return group.otherRun() == null ? first : besidesOthers(charging, group, first);
        }
        if (group.dead() || finding.filter(f -> f == Cause.DEAD_BEFORE_COVER).isPresent()) {
            return Following.death(charging.policy().deaths());
        }
        if (finding.filter(f -> !f.isChargeableIfGranted()).isPresent()) {
            return Following.notChargeable(finding.get().isForReview());
        }
        if (group.advanced()) {
            return charging.advance() != null
                    ? Following.advance(charging.fundsBasis())
                    : Following.trueUp(charging.fundsBasis());
        }
        Integer now = group.outcome();
        if (run.id().equals(group.earlierRun()) && Objects.equals(now, group.earlierOutcome())) {
            return Following.otherTier(group.differenceFen() > 0);
        }
        return following(charging, group, group.earlierRun(), group.earlierOutcome());
    }

    /** As long as the other funds keep what they were charged for somebody, this one does not bear it once more. */
    private Following besidesOthers(Charging charging, CaseGroup group, Following first) {
        Following following = following(charging, group, group.otherRun(), group.otherOutcome());
        return following.kind() == null ? following : first;
    }

    private Following following(
            Charging charging, CaseGroup group, @Nullable UUID earlierRun, @Nullable Integer earlierOutcome) {
        Run run = charging.basis().run();
        Determination earlier = outcomes.of(Objects.requireNonNull(earlierRun), Objects.requireNonNull(earlierOutcome));
        Integer now = group.outcome();
        return Following.of(
                charging.policy(), earlier, now == null ? null : outcomes.of(run.id(), now), !group.inTime());
    }

    private Draft draft(Charging charging, Map<CaseGroup, Following> groups) {
        int persons = 0;
        int differences = 0;
        long total = 0;
        int kept = 0;
        int open = 0;
        for (Map.Entry<CaseGroup, Following> entry : groups.entrySet()) {
            CaseGroup group = entry.getKey();
            switch (entry.getValue().verdict()) {
                case CHARGED -> {
                    persons += group.persons();
                    differences += group.isFirst() ? 0 : group.persons();
                    total = Math.addExact(total, group.chargedBy(entry.getValue()));
                }
                case KEPT -> kept += group.persons();
                case OPEN -> open += group.persons();
            }
        }
        Fund fund = charging.fund();
        SheetSpec spec = charging.spec();
        return new Draft(
                fund.code(),
                fund.name(),
                fund.department(),
                SheetForm.valueOf(spec.form().toUpperCase(Locale.ROOT).replace('-', '_')),
                charging.title(),
                charging.basis().run().id(),
                charging.advance(),
                persons,
                differences,
                total,
                cases.charged(charging),
                kept,
                open);
    }

    /** What each fund of the run's policy would be charged. */
    List<Draft> drafts(Basis basis) {
        return policy(basis.run()).sheets().stream()
                .map(spec -> decide(basis, spec).draft())
                .toList();
    }
}
