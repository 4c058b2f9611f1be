package org.zhubao.determination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhubao.determination.FactsOfPeople.Group;
import org.zhubao.determination.FactsOfPeople.Population;
import org.zhubao.determination.RunChains.Before;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Policy;

/** Determines each distinct profile once and lets every person point to the outcome. */
@Component
class DeterminingProfiles {

    private final FactsOfPeople facts;
    private final OverriddenPeople overridden;
    private final RunChains chains;
    private final OutcomeStore outcomes;
    private final PolicyArchive archive;
    private final JdbcClient jdbc;

    DeterminingProfiles(
            FactsOfPeople facts,
            OverriddenPeople overridden,
            RunChains chains,
            OutcomeStore outcomes,
            PolicyArchive archive,
            JdbcClient jdbc) {
        this.facts = facts;
        this.overridden = overridden;
        this.chains = chains;
        this.outcomes = outcomes;
        this.archive = archive;
        this.jdbc = jdbc;
    }

    /** Told now and then how many people are done of how many. */
    interface Progress {
        void at(int done, int total);
    }

    /** Carries out a run, in the caller's transaction: over whoever has changed since the run before, or over everybody. */
    RunResult determine(Run run, Progress progress) {
        Policy policy = archive.find(run.policyDigest(), run.benefitYear())
                .orElseThrow()
                .policy();
        Optional<Before> before = chains.before(run, policy);
        Population population = Population.of(run);
        List<Group> groups = before.map(b -> facts.groupChanged(population, policy, b.run()))
                .orElseGet(() -> facts.group(population, policy));
        int total = jdbc.sql("select count(*) from " + FactsOfPeople.TABLE)
                .query(Integer.class)
                .single();
        progress.at(0, total);
        int taken = before.map(b -> chains.takeOver(run, b)).orElse(0);
        outcomes.store(run, policy, decided(run, policy, groups, taken));
        progress.at(total, total);
        return before.map(b -> chains.goOn(run, b)).orElseGet(() -> chains.begin(run));
    }

    /** @param taken the highest number taken over from the run before: who has it or a lower one is decided already */
    private List<Decided> decided(Run run, Policy policy, List<Group> groups, int taken) {
        Decisions decisions = new Decisions(policy);
        List<Decided> decided = new ArrayList<>(groups.stream()
                .filter(group -> group.outcomeId() > taken)
                .map(group -> Decided.byRule(group, decisions.of(group)))
                .toList());
        int highest = groups.stream().mapToInt(Group::outcomeId).reduce(taken, Math::max);
        decided.addAll(overridden.setApart(run, policy, groups, highest + 1));
        return decided;
    }
}
