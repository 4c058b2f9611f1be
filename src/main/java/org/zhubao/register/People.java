package org.zhubao.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;
import org.zhubao.roster.RosterDesk;

/** Finds persons of a county and what departments say of them. */
@Service
@Transactional(readOnly = true)
public class People {

    private final RegisteredPersons persons;
    private final FindingPeople finding;
    private final IdentityClaims claims;
    private final Divisions divisions;
    private final RosterDesk rosters;
    private final Vault vault;
    private final AuditTrail trail;

    People(
            RegisteredPersons persons,
            FindingPeople finding,
            IdentityClaims claims,
            Divisions divisions,
            RosterDesk rosters,
            Vault vault,
            AuditTrail trail) {
        this.persons = persons;
        this.finding = finding;
        this.claims = claims;
        this.divisions = divisions;
        this.rosters = rosters;
        this.vault = vault;
        this.trail = trail;
    }

    /** @param scope of whoever asks: somebody outside it is not found */
    public Optional<Person> find(UUID id, String county, Scope scope) {
        return persons.find(id, county, scope.likePattern()).map(p -> named(county, p));
    }

    /**
     * As {@link #find}, for whoever wants to read the whole number, which the trail then says.
     *
     * @param scope of whoever asks
     */
    @Transactional
    public Optional<Person> findToShowNumber(UUID id, String county, Scope scope) {
        Optional<Person> found = find(id, county, scope);
        found.ifPresent(person -> trail.record(AuditEvent.of(Action.NUMBER_SHOWN, county, "person " + id)));
        return found;
    }

    /** Whoever of the county, or of another one within the scope, is on record by exactly that number now. */
    public Optional<Person> byNumber(String county, Scope scope, IdNumber number) {
        return persons.byKey(county, scope.likePattern(), vault.personKey(number)).stream()
                .findFirst()
                .map(p -> named(county, p));
    }

    /**
     * People of a county as {@link FindingPeople} finds them.
     *
     * @param scope of whoever asks: nobody outside it is found
     * @return at most {@code limit}, by name
     */
    public List<Person> search(String county, Scope scope, String text, int limit) {
        return finding.find(county, scope, text, 1, limit).people();
    }

    /** @return how many people of the county have an open claim for that year */
    public int recognised(String county, int benefitYear) {
        return claims.countRecognised(county, benefitYear);
    }

    /** All that was ever claimed of a person for a year: what still counts first, then the newest. */
    public List<Claim> claims(Person person, int benefitYear) {
        List<IdentityClaim> found = claims.ofPerson(person.region(), person.id(), benefitYear);
        Map<UUID, String> files = rosters.fileNames(
                found.stream().map(IdentityClaim::batchId).distinct().toList());
        return found.stream().map(c -> c.toClaim(files.get(c.batchId()))).toList();
    }

    /** Whom another county has on record lives where the lists of the one that asks say, if they do. */
    private Person named(String county, RegisteredPerson person) {
        String township = person.township();
        if (!person.county().equals(county)) {
            township =
                    persons.listedTownship(person.region(), person.id(), county).orElse(township);
        }
        return person.toPerson(vault, township == null ? "" : name(township));
    }

    private String name(String township) {
        return divisions.find(township).map(Division::name).orElse("");
    }
}
