package org.zhubao.determination;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhubao.determination.FactsOfPeople.Population;
import org.zhubao.determination.MoneySums.Share;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.roster.MoneyChange;
import org.zhubao.roster.RehearsingRosters;
import org.zhubao.roster.RehearsingRosters.Rehearsed;
import org.zhubao.roster.RosterMoney;
import org.zhubao.roster.RosterSummary;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Fund;
import org.zhubao.rules.Policy;

/**
 * Foresees the money of a roster: takes it in, decides on the people it touches as known before and after, and lets all of
 * it be undone.
 */
@Service
class ForeseeingMoney implements RosterMoney {

    private final RehearsingRosters rehearsing;
    private final FactsOfPeople facts;
    private final PolicyCatalog policies;
    private final Divisions divisions;
    private final JdbcClient jdbc;
    private final Clock clock;

    ForeseeingMoney(
            RehearsingRosters rehearsing,
            FactsOfPeople facts,
            PolicyCatalog policies,
            Divisions divisions,
            JdbcClient jdbc,
            Clock clock) {
        this.rehearsing = rehearsing;
        this.facts = facts;
        this.policies = policies;
        this.divisions = divisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** People alike before, after, in where they live and whether they lose an identity; null is not in the register. */
    private record Alike(
            @Nullable Integer before, @Nullable Integer after, String township, boolean cancelled, int persons) {}

    @Override
    public Optional<MoneyChange> foresee(RosterSummary roster) {
        return policies.find(roster.county(), roster.benefitYear())
                .filter(published -> roster.kind().readsIdentity())
                .map(published -> rehearsing.rehearse(roster, rehearsed -> change(rehearsed, published.policy())));
    }

    private MoneyChange change(Rehearsed rehearsed, Policy policy) {
        RosterSummary roster = rehearsed.roster();
        Decisions decisions = new Decisions(policy);
        Map<Integer, Determination> before = decide(roster, rehearsed.known().minusMillis(1), policy, decisions);
        jdbc.sql("alter table person_facts rename to person_facts_before").update();
        Map<Integer, Determination> after = decide(roster, rehearsed.known(), policy, decisions);
        MoneySums sums = new MoneySums();
        for (Alike alike : alike(roster, rehearsed.known())) {
            sums.add(new Share(
                    alike.persons(),
                    alike.township(),
                    alike.cancelled(),
                    alike.before() == null ? null : before.get(alike.before()),
                    alike.after() == null ? null : after.get(alike.after())));
        }
        return sums.change(
                lastDayOfRemovals(policy, rehearsed.known()), names(policy.funds()), townships(roster.county()));
    }

    private Map<Integer, Determination> decide(
            RosterSummary roster, Instant moment, Policy policy, Decisions decisions) {
        Population touched = new Population(roster.county(), roster.benefitYear(), moment, roster.id());
        return facts.group(touched, policy).stream()
                .collect(Collectors.toMap(FactsOfPeople.Group::outcomeId, decisions::of));
    }

    private List<Alike> alike(RosterSummary roster, Instant known) {
        return jdbc.sql(
                        """
                        with cancelled as (
                            select distinct c.region, c.person_id from identity_claim c
                            where c.county = :county and c.benefit_year = :year
                                and c.ended_by_batch = :roster and c.known_to = :known
                                and not exists (
                                    select from identity_claim again
                                    where again.region = c.region and again.person_id = c.person_id
                                        and again.benefit_year = c.benefit_year and again.batch_id = :roster
                                        and again.identity = c.identity and again.known_to is null)
                        )
                        select b.outcome_id as before, a.outcome_id as after,
                            coalesce(b.township, a.township, '') as township,
                            x.person_id is not null as cancelled, count(*) as persons
                        from person_facts_before b
                        full join person_facts a using (region, person_id)
                        left join cancelled x using (region, person_id)
                        group by 1, 2, 3, 4
                        """)
                .param("county", roster.county())
                .param("year", roster.benefitYear())
                .param("roster", roster.id())
                .param("known", Timestamp.from(known))
                .query((row, n) -> new Alike(
                        row.getObject("before", Integer.class),
                        row.getObject("after", Integer.class),
                        row.getString("township"),
                        row.getBoolean("cancelled"),
                        row.getInt("persons")))
                .list();
    }

    /** Null as long as removals count. */
    private @Nullable LocalDate lastDayOfRemovals(Policy policy, Instant known) {
        LocalDate until = policy.removals().until();
        return until != null && until.isBefore(LocalDate.ofInstant(known, clock.getZone())) ? until : null;
    }

    private static Map<String, String> names(List<Fund> funds) {
        return funds.stream().collect(Collectors.toMap(Fund::code, Fund::name));
    }

    private Map<String, String> townships(String county) {
        return divisions.townships(county).stream().collect(Collectors.toMap(Division::code, Division::name));
    }
}
