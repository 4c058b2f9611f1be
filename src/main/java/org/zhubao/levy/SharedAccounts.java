package org.zhubao.levy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Division;
import org.zhubao.division.Scope;
import org.zhubao.levy.Payees.Group;
import org.zhubao.levy.Payees.Payee;
import org.zhubao.protection.Vault;
import org.zhubao.register.Households;
import org.zhubao.register.People;
import org.zhubao.site.Refusal;

/**
 * Accounts that several people are to be paid to: a parent's card, or a mistake, or worse. Nobody is put on a list of
 * transfers before somebody has said which; what is said holds for these people and this year.
 */
@Service
@Transactional(readOnly = true)
public class SharedAccounts {

    private final Reconciliations reconciliations;
    private final Payees payees;
    private final People people;
    private final Households households;
    private final AuditTrail trail;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    SharedAccounts(
            Reconciliations reconciliations,
            Payees payees,
            People people,
            Households households,
            AuditTrail trail,
            Vault vault,
            JdbcClient jdbc,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.payees = payees;
        this.people = people;
        this.households = households;
        this.trail = trail;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of which nobody has said anything yet; at most {@code limit}. */
    public List<SharedAccount> questions(Division county, int benefitYear, int limit) {
        return open(county, benefitYear).stream()
                .limit(limit)
                .map(group -> shown(county, benefitYear, group))
                .toList();
    }

    /**
     * Says that one account is right for these people.
     *
     * @param reason in somebody's words; may be blank where a list puts them into one household
     * @throws Refusal without a reason where it takes one, and where the question is another one by now
     */
    @Transactional
    public void confirm(Division county, int benefitYear, Set<UUID> persons, String reason, String by) {
        Group group = open(county, benefitYear).stream()
                .filter(open -> open.people().equals(persons))
                .findFirst()
                .orElseThrow(() -> Refusal.overtaken("levy.sharing-changed"));
        boolean household = isHousehold(county, benefitYear, persons);
        if (!household && reason.isBlank()) {
            throw new Refusal("levy.sharing-unexplained");
        }
        BankAccount account = group.account();
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into shared_account (id, region, county, benefit_year, account_cipher, account_tail, people,
                            household, reason, confirmed_by, confirmed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        county.region(),
                        county.code(),
                        benefitYear,
                        vault.encrypt(account.full()),
                        account.lastFour(),
                        persons.toArray(UUID[]::new),
                        household,
                        reason.strip(),
                        by,
                        Timestamp.from(clock.instant()))
                .update();
        trail.record(AuditEvent.of(Action.SHARED_ACCOUNT_CONFIRMED, county.code(), "shared account " + id)
                .by(by)
                .with("account", account)
                .with("people", persons.stream().sorted().toList())
                .with("household", household)
                .with("reason", reason.strip()));
    }

    private List<Group> open(Division county, int benefitYear) {
        return reconciliations
                .newest(county.code(), benefitYear)
                .map(newest -> payees.sharing(newest, county.region()))
                .orElse(List.of())
                .stream()
                .filter(group -> group.confirmation() == null)
                .toList();
    }

    private SharedAccount shown(Division county, int benefitYear, Group group) {
        List<SharedAccount.Holder> holders = new ArrayList<>();
        for (Payee payee : group.payees()) {
            Integer list = payee.list();
            holders.add(new SharedAccount.Holder(
                    payee.personId(),
                    payee.name(),
                    payee.number().masked(),
                    payee.township(),
                    list == null ? null : ReimbursementList.label(county.code(), benefitYear, list)));
        }
        return new SharedAccount(group.account().lastFour(), holders, isHousehold(county, benefitYear, group.people()));
    }

    private boolean isHousehold(Division county, int benefitYear, Set<UUID> persons) {
        return people.find(persons.iterator().next(), county.code(), new Scope(county.code())).stream()
                .flatMap(person -> households.of(person, county.code(), benefitYear).stream())
                .anyMatch(household -> household.members().stream()
                        .map(Households.Member::id)
                        .toList()
                        .containsAll(persons));
    }
}
