package org.zhubao.determination;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.division.Scope;
import org.zhubao.register.Claim;
import org.zhubao.register.Households;
import org.zhubao.register.Households.Household;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.register.PersonEvent;
import org.zhubao.register.PersonEvents;
import org.zhubao.register.PersonHistory;
import org.zhubao.register.PersonMoment;
import org.zhubao.register.PersonRecords;

/** Gathers what the modules have on record of one person, in one transaction: they all tell of the same moment. */
@Service
@Transactional(readOnly = true)
public class PersonFiles {

    private final People people;
    private final Households households;
    private final PersonEvents events;
    private final PersonRecords records;
    private final DeterminationDesk desk;
    private final List<PersonHistory> histories;

    PersonFiles(
            People people,
            Households households,
            PersonEvents events,
            PersonRecords records,
            DeterminationDesk desk,
            List<PersonHistory> histories) {
        this.people = people;
        this.households = households;
        this.events = events;
        this.records = records;
        this.desk = desk;
        this.histories = List.copyOf(histories);
    }

    /**
     * What is on record of somebody for a county and year.
     *
     * @param mergedInto the record that this one has become one with
     * @param history the newest first; empty for whoever sees the register only
     * @param run the newest run that determined them; null where there is none, or it is not to be seen
     */
    public record PersonFile(
            Person person,
            List<Claim> claims,
            List<Household> households,
            List<PersonEvent> events,
            @Nullable UUID mergedInto,
            List<PersonMoment> history,
            @Nullable UUID run) {}

    /**
     * @param scope of whoever asks: somebody outside it has none
     * @param whole with what became of them, for whoever may see more than the register
     */
    public Optional<PersonFile> of(UUID id, String county, Scope scope, int benefitYear, boolean whole) {
        return people.find(id, county, scope).map(person -> of(person, county, benefitYear, whole));
    }

    private PersonFile of(Person person, String county, int benefitYear, boolean whole) {
        return new PersonFile(
                person,
                people.claims(person, benefitYear),
                households.of(person, county, benefitYear),
                events.of(person),
                records.mergedInto(person).orElse(null),
                whole ? history(person) : List.of(),
                whole ? desk.latestRunOf(person, benefitYear).orElse(null) : null);
    }

    private List<PersonMoment> history(Person person) {
        return histories.stream()
                .flatMap(part -> part.of(person).stream())
                .sorted(Comparator.comparing(PersonMoment::at).reversed())
                .toList();
    }
}
