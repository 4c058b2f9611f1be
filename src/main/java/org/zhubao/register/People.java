package org.zhubao.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Scope;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;

/** Finds persons of a county and what departments say of them. */
@Service
@Transactional(readOnly = true)
public class People {

    private final RegisteredPersons persons;
    private final FindingPeople finding;
    private final IdentityClaims claims;
    private final Vault vault;
    private final AuditTrail trail;

    People(RegisteredPersons persons, FindingPeople finding, IdentityClaims claims, Vault vault, AuditTrail trail) {
        this.persons = persons;
        this.finding = finding;
        this.claims = claims;
        this.vault = vault;
        this.trail = trail;
    }

    /** @param scope of whoever asks: somebody outside it is not found */
    public Optional<Person> find(UUID id, String county, Scope scope) {
        return persons.find(id, county, scope);
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
        return persons.byKey(vault.personKey(number), county, scope);
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
        return claims.ofPerson(person, benefitYear);
    }
}
