package org.zhubao.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.division.Scope;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;

/** To whom money is owed, and the lists by which it was paid. Reads only. */
@Repository
@Transactional(readOnly = true)
public class Reimbursements {

    /**
     * The people of a reconciliation to whom something is due that no transfer has paid or is about to pay, as the common
     * table expression {@code item}.
     */
    static final String ITEM =
            """
            sent as (
                select r.person_id,
                    sum(r.amount_fen) filter (where x.paid is distinct from false and (i.made_at >= :reconciled
                        or x.paid is null or x.entered_at >= :reconciled)) as sent_fen,
                    (array_agg(x.reason order by x.entered_at desc) filter (where not x.paid))[1] as failure
                from reimbursement r
                left join reimbursement_result x on x.list_id = r.list_id and x.sequence = r.sequence
                join reimbursement_list i on i.id = r.list_id
                where r.region = :region and r.benefit_year = :year and r.county = :county
                group by r.person_id
            ),
            item as (
                select l.person_id, l.name, l.number_cipher, l.township, l.township_name, l.cause,
                    l.due_fen - coalesce(s.sent_fen, 0) as due_fen, a.id as account_id, a.account_cipher, a.account_tail,
                    a.bank, s.failure
                from reconciliation_line l
                left join sent s on s.person_id = l.person_id
                left join bank_account a on a.region = l.region and a.county = l.county and a.person_id = l.person_id
                    and a.known_to is null
                where l.reconciliation_id = :reconciliation and l.person_id is not null
                    and l.due_fen > coalesce(s.sent_fen, 0)
            )
            """;

    private static final String LIST =
            """
            select i.*, a.approved_by,
                (select count(*) from reimbursement_result x where x.list_id = i.id and x.paid) as paid,
                (select count(*) from reimbursement_result x where x.list_id = i.id and not x.paid) as failed
            from reimbursement_list i left join reimbursement_approval a on a.list_id = i.id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Payees payees;

    Reimbursements(JdbcClient jdbc, Vault vault, Payees payees) {
        this.payees = payees;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Those whose transfer came back first, then by township and name; at most {@code limit}. */
    public List<ReimbursementItem> items(Reconciliation reconciliation, String region, int limit) {
        return jdbc.sql(
                        "with " + ITEM
                                + " select * from item order by failure nulls last, township nulls last, name, person_id limit :limit")
                .params(Reimbursing.parameters(reconciliation, region))
                .param("limit", limit)
                .query((row, n) -> new ReimbursementItem(
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        number(row).masked(),
                        row.getString("township_name"),
                        Cause.valueOf(row.getString("cause")),
                        row.getLong("due_fen"),
                        row.getString("account_tail"),
                        row.getString("bank"),
                        row.getString("failure")))
                .list();
    }

    /** How many of all of them would be on a list that is made now: with an account, of which nothing is asked. */
    public int ready(Reconciliation reconciliation, String region) {
        Set<UUID> held = payees.held(reconciliation, region);
        return jdbc.sql("with " + ITEM
                        + " select count(*) from item where account_id is not null and person_id <> all (:held)")
                .params(Reimbursing.parameters(reconciliation, region))
                .param("held", held.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** The newest first. */
    public List<ReimbursementList> lists(String county, int benefitYear) {
        return jdbc.sql(LIST + "where i.county = ? and i.benefit_year = ? order by i.number desc")
                .params(county, benefitYear)
                .query((row, n) -> list(row))
                .list();
    }

    /** One of whichever county, if the scope covers it. */
    public Optional<ReimbursementList> find(UUID id, Scope scope) {
        return jdbc.sql(LIST + "where i.id = ?")
                .param(id)
                .query((row, n) -> list(row))
                .optional()
                .filter(found -> scope.covers(found.county()));
    }

    public List<Transfer> transfers(ReimbursementList list) {
        return jdbc.sql(
                        """
                        select r.*, x.paid, coalesce(x.reason, '') as failure, s.household, s.reason, s.confirmed_by,
                            array(select p.name from person p
                                where p.region = r.region and p.id = any (s.people) and p.id <> r.person_id
                                order by p.name) as others
                        from reimbursement r
                        left join reimbursement_result x on x.list_id = r.list_id and x.sequence = r.sequence
                        left join shared_account s on s.id = r.sharing_id
                        where r.list_id = ? order by r.sequence
                        """)
                .param(list.id())
                .query((row, n) -> new Transfer(
                        row.getInt("sequence"),
                        row.getString("name"),
                        number(row),
                        Cause.valueOf(row.getString("cause")),
                        row.getLong("amount_fen"),
                        BankAccount.of(vault.decryptText(row.getBytes("account_cipher")))
                                .orElseThrow(),
                        row.getString("bank"),
                        (Boolean) row.getObject("paid"),
                        row.getString("failure"),
                        sharing(row)))
                .list();
    }

    private static @Nullable Sharing sharing(ResultSet row) throws SQLException {
        String confirmedBy = row.getString("confirmed_by");
        return confirmedBy == null
                ? null
                : new Sharing(
                        List.of((String[]) row.getArray("others").getArray()),
                        row.getBoolean("household"),
                        row.getString("reason"),
                        confirmedBy);
    }

    private IdNumber number(ResultSet row) throws SQLException {
        return vault.decryptNumber(row.getBytes("number_cipher"));
    }

    private static ReimbursementList list(ResultSet row) throws SQLException {
        return new ReimbursementList(
                row.getObject("id", UUID.class),
                row.getString("county"),
                row.getInt("benefit_year"),
                row.getInt("number"),
                row.getInt("people"),
                row.getLong("total_fen"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("approved_by"),
                row.getInt("paid"),
                row.getInt("failed"));
    }
}
