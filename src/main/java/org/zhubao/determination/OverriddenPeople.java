package org.zhubao.determination;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Policy;

/** Takes those whom a person has decided about out of {@link FactsOfPeople#TABLE}'s groups: each gets a number of their own. */
@Repository
class OverriddenPeople {

    private final Overrides overrides;
    private final JdbcClient jdbc;

    OverriddenPeople(Overrides overrides, JdbcClient jdbc) {
        this.overrides = overrides;
        this.jdbc = jdbc;
    }

    /** Of whom another decision holds now than the run before carried out. */
    Set<UUID> changed(Run run, UUID before) {
        Map<UUID, UUID> then = carriedOut(before);
        Map<UUID, UUID> now = overrides.inForce(run.county(), run.benefitYear(), run.asKnownOn()).stream()
                .collect(Collectors.toMap(Overrides.Approved::personId, Overrides.Approved::id));
        Set<UUID> people = new HashSet<>(then.keySet());
        people.addAll(now.keySet());
        people.removeIf(person -> Objects.equals(then.get(person), now.get(person)));
        return people;
    }

    private Map<UUID, UUID> carriedOut(UUID run) {
        Map<UUID, UUID> found = new HashMap<>();
        jdbc.sql(
                        """
                        select d.person_id, o.override_id from outcome o
                        join determination d on d.run_id = o.run_id and d.outcome_id = o.id
                        where o.run_id = ? and o.override_id is not null
                        """)
                .param(run)
                .query(row -> {
                    found.put(row.getObject("person_id", UUID.class), row.getObject("override_id", UUID.class));
                });
        return found;
    }

    /**
     * Leaves out who died before the cover: no decision of the office insures them.
     *
     * @param groups the groups of the table
     * @param next the first number that is free
     */
    List<Decided> setApart(Run run, Policy policy, List<FactsOfPeople.Group> groups, int next) {
        List<Overrides.Approved> approved = overrides.inForce(run.county(), run.benefitYear(), run.asKnownOn());
        Map<Integer, Facts> facts = new HashMap<>();
        groups.forEach(group -> facts.put(group.outcomeId(), group.facts()));
        return approved.isEmpty()
                ? List.of()
                : moved(approved, dead(groups), next).stream()
                        .map(moved ->
                                decided(policy, approved.get(moved.is() - next), facts.get(moved.was()), moved.is()))
                        .toList();
    }

    private record Moved(int was, int is) {}

    private static Integer[] dead(List<FactsOfPeople.Group> groups) {
        return groups.stream()
                .filter(FactsOfPeople.Group::diedBeforeCover)
                .map(FactsOfPeople.Group::outcomeId)
                .toArray(Integer[]::new);
    }

    private List<Moved> moved(List<Overrides.Approved> approved, Integer[] dead, int next) {
        return jdbc.sql(
                        """
                        update person_facts f set outcome_id = d.place + :next - 1
                        from unnest(:persons::uuid[]) with ordinality d (person_id, place)
                        where f.person_id = d.person_id and f.outcome_id <> all (:dead::integer[])
                        returning old.outcome_id as was, new.outcome_id as is_now
                        """)
                .param("next", next)
                .param("dead", dead)
                .param(
                        "persons",
                        approved.stream().map(Overrides.Approved::personId).toArray(UUID[]::new))
                .query((row, n) -> new Moved(row.getInt("was"), row.getInt("is_now")))
                .list();
    }

    private static Decided decided(Policy policy, Overrides.Approved override, Facts facts, int outcomeId) {
        Determination determination = override.verdict().determine(policy, facts);
        return Decided.byPerson(outcomeId, facts, determination, override);
    }
}
