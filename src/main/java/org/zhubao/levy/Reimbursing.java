package org.zhubao.levy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.FourEyes;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Division;
import org.zhubao.protection.Vault;
import org.zhubao.site.Refusal;

/** Pays people what is due to them: accounts, lists for the bank, a second person's approval, and what came back. */
@Service
public class Reimbursing {

    private final Reconciliations reconciliations;
    private final Payees payees;
    private final AuditTrail trail;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reimbursing(
            Reconciliations reconciliations,
            Payees payees,
            AuditTrail trail,
            Vault vault,
            JdbcClient jdbc,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.payees = payees;
        this.trail = trail;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static Map<String, Object> parameters(Reconciliation reconciliation, String region) {
        return Map.of(
                "reconciliation", reconciliation.id(),
                "region", region,
                "county", reconciliation.county(),
                "year", reconciliation.benefitYear(),
                "reconciled", Timestamp.from(reconciliation.reconciledAt()));
    }

    /**
     * Keeps the account of a person; an earlier one ends.
     *
     * @throws Refusal when the number is no account, or the person is not the county's
     */
    @Transactional
    public void account(Division county, UUID person, String number, String bank, String by) {
        BankAccount account = BankAccount.of(number).orElseThrow(() -> new Refusal("levy.account-wrong"));
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        update bank_account set known_to = ?
                        where region = ? and county = ? and person_id = ? and known_to is null
                        """)
                .params(now, county.region(), county.code(), person)
                .update();
        int kept = jdbc.sql(
                        """
                        insert into bank_account (region, county, person_id, account_cipher, account_tail, bank,
                            entered_by, known_from)
                        select region, ?, id, ?, ?, ?, ?, ? from person where region = ? and id = ?
                        """)
                .params(
                        county.code(),
                        vault.encrypt(account.full()),
                        account.lastFour(),
                        bank.strip(),
                        by,
                        now,
                        county.region(),
                        person)
                .update();
        if (kept == 0) {
            throw Refusal.notFound();
        }
        trail.record(AuditEvent.of(Action.ACCOUNT_ENTERED, county.code(), "person " + person)
                .by(by)
                .with("account", account));
    }

    /**
     * Makes a list of everybody with an account to whom something is due by the newest reconciliation; but of nobody whose
     * account others have, too, as long as nobody has said that this is right.
     *
     * @throws Refusal when there is nobody
     */
    @Transactional
    public UUID list(Division county, int benefitYear, String by) {
        oneByOne(county.code(), benefitYear);
        Reconciliation newest = reconciliations
                .newest(county.code(), benefitYear)
                .orElseThrow(() -> new Refusal("levy.no-reconciliation"));
        Map<UUID, UUID> sharing = new HashMap<>();
        Set<UUID> held = new HashSet<>();
        for (Payees.Group group : payees.sharing(newest, county.region())) {
            if (group.confirmation() == null) {
                held.addAll(group.waiting());
            } else {
                group.waiting().forEach(person -> sharing.put(person, group.confirmation()));
            }
        }
        UUID id = UUID.randomUUID();
        int made = jdbc.sql(
                        "with " + Reimbursements.ITEM
                                + """
                        insert into reimbursement_list (id, region, county, benefit_year, number, reconciliation_id,
                            people, total_fen, made_by, made_at)
                        select :list, :region, :county, :year,
                            (select coalesce(max(number), 0) + 1 from reimbursement_list
                                where county = :county and benefit_year = :year),
                            :reconciliation, count(*), sum(due_fen), :by, :now
                        from item where account_id is not null and person_id <> all (:held) having count(*) > 0
                        """)
                .params(parameters(newest, county.region()))
                .param("held", held.toArray(UUID[]::new))
                .param("list", id)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (made == 0) {
            throw new Refusal(held.isEmpty() ? "levy.nobody-to-reimburse" : "levy.shared-accounts-first");
        }
        jdbc.sql(
                        "with " + Reimbursements.ITEM
                                + """
                        insert into reimbursement (list_id, region, county, benefit_year, sequence, person_id, name,
                            number_cipher, cause, amount_fen, account_cipher, account_tail, bank, sharing_id)
                        select :list, :region, :county, :year,
                            row_number() over (order by township nulls last, name, person_id), person_id, name,
                            number_cipher, cause, due_fen, account_cipher, account_tail, bank, s.sharing_id
                        from item
                        left join unnest(:sharers::uuid[], :sharing::uuid[]) s (sharer, sharing_id) on s.sharer = person_id
                        where account_id is not null and person_id <> all (:held)
                        """)
                .params(parameters(newest, county.region()))
                .param("held", held.toArray(UUID[]::new))
                .param("sharers", sharing.keySet().toArray(UUID[]::new))
                .param("sharing", sharing.values().toArray(UUID[]::new))
                .param("list", id)
                .update();
        trail.record(AuditEvent.of(Action.REIMBURSEMENT_LISTED, county.code(), "reimbursement list " + id)
                .by(by));
        return id;
    }

    /** @throws Refusal {@code four-eyes} for whoever made the list, or when it is approved or rejected already */
    @Transactional
    public void approve(ReimbursementList list, String by) {
        FourEyes.requireOther(list.madeBy(), by);
        oneByOne(list.county(), list.benefitYear());
        int entered = jdbc.sql(
                        """
                        insert into reimbursement_approval (list_id, county, made_by, approved_by, approved_at)
                        select ?, ?, ?, ?, ? where not exists (select from reimbursement_result where list_id = ?)
                        on conflict do nothing
                        """)
                .params(list.id(), list.county(), list.madeBy(), by, Timestamp.from(clock.instant()), list.id())
                .update();
        if (entered == 0) {
            throw Refusal.overtaken("levy.list-approved");
        }
        record(Action.REIMBURSEMENT_APPROVED, list, by);
    }

    /**
     * Nothing is paid by a list that is wrong: its people are items again, with the reason.
     *
     * @throws Refusal when it is approved or rejected already
     */
    @Transactional
    public void reject(ReimbursementList list, String reason, String by) {
        oneByOne(list.county(), list.benefitYear());
        boolean approved = jdbc.sql("select exists (select from reimbursement_approval where list_id = ?)")
                .param(list.id())
                .query(Boolean.class)
                .single();
        if (approved || results(list, "", said(reason), by) == 0) {
            throw Refusal.overtaken("levy.list-approved");
        }
        record(Action.REIMBURSEMENT_RESULT, list, by);
    }

    /** One transfer came back; the person is an item again. */
    @Transactional
    public void failed(ReimbursementList list, int sequence, String reason, String by) {
        arrived(list, "and r.sequence = " + sequence, said(reason), by);
    }

    /** All transfers of which nothing else is known have arrived. */
    @Transactional
    public void paid(ReimbursementList list, String by) {
        arrived(list, "", "", by);
    }

    private void arrived(ReimbursementList list, String which, String reason, String by) {
        if (list.approvedBy() == null) {
            throw new Refusal("levy.list-not-approved");
        }
        if (results(list, which, reason, by) == 0) {
            throw Refusal.overtaken("levy.result-there");
        }
        record(Action.REIMBURSEMENT_RESULT, list, by);
    }

    /** @return of how many nothing was known before */
    private int results(ReimbursementList list, String which, String reason, String by) {
        return jdbc.sql(
                        """
                        insert into reimbursement_result (list_id, sequence, county, paid, reason, entered_by, entered_at)
                        select r.list_id, r.sequence, r.county, ? = '', ?, ?, ? from reimbursement r
                        where r.list_id = ?
                        """
                                + which + " on conflict do nothing")
                .params(reason, reason, by, Timestamp.from(clock.instant()), list.id())
                .update();
    }

    private static String said(String reason) {
        if (reason.isBlank()) {
            throw new Refusal("levy.reason-missing");
        }
        return reason.strip();
    }

    /** Lists of a county are made and approved one after the other. */
    private void oneByOne(String county, int benefitYear) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('reimbursement' || ? || ?))")
                .params(county, benefitYear)
                .query(row -> {});
    }

    private void record(Action action, ReimbursementList list, String by) {
        trail.record(AuditEvent.of(action, list.county(), "reimbursement list " + list.id())
                .by(by)
                .with("number", list.label()));
    }
}
