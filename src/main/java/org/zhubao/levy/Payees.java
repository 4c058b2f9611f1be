package org.zhubao.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;

/**
 * Whose money goes or went to one account in a year. The database knows the last four digits only; whether accounts are
 * the same is found out by decrypting those that end alike.
 */
@Repository
class Payees {

    private static final String ENDING_ALIKE = "with " + Reimbursements.ITEM
            + """
            , payee as (
                select person_id, name, number_cipher, township_name, account_cipher, account_tail,
                    null::integer as list_number
                from item where account_id is not null
                union all
                select r.person_id, r.name, r.number_cipher, '', r.account_cipher, r.account_tail, i.number
                from reimbursement r
                join reimbursement_list i on i.id = r.list_id
                left join reimbursement_result x on x.list_id = r.list_id and x.sequence = r.sequence
                where r.region = :region and r.benefit_year = :year and r.county = :county
                    and x.paid is distinct from false
            )
            select * from payee
            where account_tail in (
                select account_tail from payee group by account_tail
                having count(distinct person_id) > 1 and bool_or(list_number is null))
            order by list_number nulls first, name, person_id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Payees(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param list the number of the list by which their money went there; null where it has yet to go */
    record Payee(
            UUID personId,
            String name,
            IdNumber number,
            String township,
            BankAccount account,
            @Nullable Integer list) {}

    /**
     * People with the same account, for some of whom money has yet to go there.
     *
     * @param confirmation by which somebody said that this is right; null where nobody has
     */
    record Group(List<Payee> payees, @Nullable UUID confirmation) {

        BankAccount account() {
            return payees.get(0).account();
        }

        Set<UUID> people() {
            return Payees.people(payees);
        }

        /** Whose money has yet to go there. */
        Set<UUID> waiting() {
            return payees.stream()
                    .filter(payee -> payee.list() == null)
                    .map(Payee::personId)
                    .collect(Collectors.toSet());
        }
    }

    /** What somebody has said of an account. */
    private record Confirmation(UUID id, String account, Set<UUID> people) {}

    List<Group> sharing(Reconciliation reconciliation, String region) {
        Map<String, List<Payee>> byAccount = new LinkedHashMap<>();
        jdbc.sql(ENDING_ALIKE)
                .params(Reimbursing.parameters(reconciliation, region))
                .query((row, n) -> payee(row))
                .list()
                .forEach(payee -> byAccount
                        .computeIfAbsent(payee.account().full(), account -> new ArrayList<>())
                        .add(payee));
        byAccount.values().removeIf(payees -> !isQuestion(payees));
        if (byAccount.isEmpty()) {
            return List.of();
        }
        List<Confirmation> confirmations = confirmations(reconciliation);
        List<Group> groups = new ArrayList<>();
        byAccount.forEach(
                (account, payees) -> groups.add(new Group(payees, confirmed(confirmations, account, payees))));
        return groups;
    }

    /** Whose money goes nowhere before somebody has said that others rightly have the same account. */
    Set<UUID> held(Reconciliation reconciliation, String region) {
        return sharing(reconciliation, region).stream()
                .filter(group -> group.confirmation() == null)
                .flatMap(group -> group.waiting().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isQuestion(List<Payee> payees) {
        return people(payees).size() > 1 && payees.stream().anyMatch(payee -> payee.list() == null);
    }

    private static Set<UUID> people(List<Payee> payees) {
        return payees.stream().map(Payee::personId).collect(Collectors.toSet());
    }

    private static @Nullable UUID confirmed(List<Confirmation> all, String account, List<Payee> payees) {
        return all.stream()
                .filter(c -> c.account().equals(account) && c.people().containsAll(people(payees)))
                .map(Confirmation::id)
                .findFirst()
                .orElse(null);
    }

    private List<Confirmation> confirmations(Reconciliation reconciliation) {
        return jdbc.sql("select * from shared_account where county = ? and benefit_year = ? order by confirmed_at desc")
                .params(reconciliation.county(), reconciliation.benefitYear())
                .query((row, n) -> new Confirmation(
                        row.getObject("id", UUID.class),
                        vault.decryptText(row.getBytes("account_cipher")),
                        Set.of((UUID[]) row.getArray("people").getArray())))
                .list();
    }

    private Payee payee(ResultSet row) throws SQLException {
        return new Payee(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")),
                row.getString("township_name"),
                BankAccount.of(vault.decryptText(row.getBytes("account_cipher")))
                        .orElseThrow(),
                row.getObject("list_number", Integer.class));
    }
}
