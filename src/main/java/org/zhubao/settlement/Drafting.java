package org.zhubao.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhubao.determination.Run;
import org.zhubao.policy.Citation;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Policy;
import org.zhubao.rules.SheetSpec;
import org.zhubao.settlement.SheetCases.Group;

/** Decides what a fund would be charged now. */
@Component
class Drafting {

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
    record Decided(Draft draft, Map<Group, Following> groups) {}

    Policy policy(Run run) {
        return archive.find(run.policyDigest(), run.benefitYear()).orElseThrow().policy();
    }

    Decided decide(Run run, SheetSpec spec) {
        Policy policy = policy(run);
        Map<Group, Following> groups = new LinkedHashMap<>();
        for (Group group : cases.groups(run, spec.fund())) {
            groups.put(group, following(run, policy, group));
        }
        return new Decided(draft(run, spec, policy, groups), groups);
    }

    /** What was decided about people whom an earlier sheet charged, as far as it charges something. */
    List<SheetLines.Followed> followed(Run run, Decided decided) {
        Policy policy = policy(run);
        List<SheetLines.Followed> followed = new ArrayList<>();
        decided.groups().forEach((group, following) -> {
            EntryKind kind = following.kind();
            if (!group.isFirst() && kind != null) {
                followed.add(new SheetLines.Followed(
                        group, kind, following.cause(), Citation.articles(policy, following.basis())));
            }
        });
        return followed;
    }

    private Following following(Run run, Policy policy, Group group) {
        if (group.isFirst()) {
            return Following.firstCharge();
        }
        if (group.dead()) {
            return Following.death();
        }
        Determination earlier =
                outcomes.of(Objects.requireNonNull(group.earlierRun()), Objects.requireNonNull(group.earlierOutcome()));
        Integer now = group.outcome();
        LocalDate cover = LocalDate.of(run.benefitYear(), 1, 1);
        boolean begun = !LocalDate.ofInstant(run.asKnownOn(), clock.getZone()).isBefore(cover);
        return Following.of(policy, earlier, now == null ? null : outcomes.of(run.id(), now), begun);
    }

    private Draft draft(Run run, SheetSpec spec, Policy policy, Map<Group, Following> groups) {
        int persons = 0;
        int differences = 0;
        long total = 0;
        int kept = 0;
        int open = 0;
        for (Map.Entry<Group, Following> entry : groups.entrySet()) {
            Group group = entry.getKey();
            switch (entry.getValue().verdict()) {
                case CHARGED -> {
                    persons += group.persons();
                    differences += group.isFirst() ? 0 : group.persons();
                    total = Math.addExact(total, group.differenceFen());
                }
                case KEPT -> kept += group.persons();
                case OPEN -> open += group.persons();
            }
        }
        Fund fund = policy.fund(spec.fund()).orElseThrow();
        return new Draft(
                spec.fund(),
                fund.name(),
                fund.department(),
                SheetForm.valueOf(spec.form().toUpperCase(Locale.ROOT).replace('-', '_')),
                spec.title(),
                run.id(),
                persons,
                differences,
                total,
                cases.charged(run, spec.fund()),
                kept,
                open);
    }

    /** What each fund of the run's policy would be charged. */
    List<Draft> drafts(Run run) {
        return policy(run).sheets().stream()
                .map(spec -> decide(run, spec).draft())
                .toList();
    }
}
