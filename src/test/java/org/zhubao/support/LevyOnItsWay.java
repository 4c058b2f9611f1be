package org.zhubao.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.PushKind;
import org.zhubao.levy.PushingMarks;
import org.zhubao.levy.Receipts;
import org.zhubao.levy.Reconciling;
import org.zhubao.levy.Reimbursing;
import org.zhubao.register.Person;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.support.SmallSeason.Played;

/** A push of a county's marks whose first line was refused, so that there is something to push again, and a reconciliation. */
@TestComponent
public class LevyOnItsWay {

    private static final int YEAR = 2021;
    private static final String ACCOUNT = "4111111111111111";
    private static final String FAMILY_ACCOUNT = "6212345678901234569";

    private final Map<String, UUID> pushes = new HashMap<>();
    private final Map<String, UUID> reconciliations = new HashMap<>();
    private final Map<String, String> sharing = new HashMap<>();
    private final PushingMarks pushing;
    private final MarkPushes pushed;
    private final Receipts receipts;
    private final Reconciling reconciling;
    private final Reimbursing reimbursing;
    private final SubmittingRosters submitting;
    private final Divisions divisions;
    private final DatabaseBehindTheWalls database;

    LevyOnItsWay(
            PushingMarks pushing,
            MarkPushes pushed,
            Receipts receipts,
            Reconciling reconciling,
            Reimbursing reimbursing,
            SubmittingRosters submitting,
            Divisions divisions,
            DatabaseBehindTheWalls database) {
        this.pushing = pushing;
        this.pushed = pushed;
        this.receipts = receipts;
        this.reconciling = reconciling;
        this.reimbursing = reimbursing;
        this.submitting = submitting;
        this.divisions = divisions;
        this.database = database;
    }

    public UUID push(String county) {
        return pushes.computeIfAbsent(
                county,
                code -> SignedIn.doing(Role.CLERK, code, () -> {
                    UUID id = pushing.push(division(code), YEAR, PushKind.FULL, "clerk");
                    receipts.refuse(pushed.find(id, new Scope(code)).orElseThrow(), 1, "x", "tax");
                    return id;
                }));
    }

    /** Finds that the first person has paid in full before being marked; their account is known. */
    public UUID reconciliation(Played played) {
        push(played.county());
        return reconciliations.computeIfAbsent(
                played.county(),
                county -> SignedIn.doing(Role.CLERK, county, () -> {
                    Person person = played.persons().get(0);
                    accept(upload(county, person));
                    reimbursing.account(division(county), person.id(), ACCOUNT, "农村信用社", "clerk");
                    return reconciling.reconcile(division(county), YEAR, "clerk");
                }));
    }

    /** A list of one transfer of one fen, so that something else is left to be paid. */
    public UUID transfers(Played played, boolean approved) {
        UUID reconciliation = reconciliation(played);
        UUID list = UUID.randomUUID();
        Person person = played.persons().get(0);
        database.sql()
                .sql(
                        """
                        insert into reimbursement_list
                        select :list, :region, :county, :year,
                            (select coalesce(max(number), 0) + 1 from reimbursement_list where county = :county),
                            :reconciliation, 1, 1, 'clerk', now()
                        """)
                .param("list", list)
                .param("region", person.region())
                .param("county", played.county())
                .param("year", YEAR)
                .param("reconciliation", reconciliation)
                .update();
        database.sql()
                .sql(
                        """
                        insert into reimbursement
                        select :list, region, county, :year, 1, person_id, 'x', account_cipher, 'OK', 1, account_cipher,
                            account_tail, bank from bank_account where person_id = :person and known_to is null
                        """)
                .param("list", list)
                .param("year", YEAR)
                .param("person", person.id())
                .update();
        database.sql()
                .sql(
                        "update reimbursement r set number_cipher = p.number_cipher from person p where p.id = r.person_id")
                .update();
        if (approved) {
            database.sql()
                    .sql("insert into reimbursement_approval values (?, ?, 'clerk', 'reviewer', now())")
                    .params(list, played.county())
                    .update();
        }
        return list;
    }

    /** Something is due to two others, who have one account. @return both */
    public String sharing(Played played) {
        return sharing.computeIfAbsent(played.county(), county -> {
            UUID reconciliation = reconciliation(played);
            Person person = played.persons().get(0);
            database.sql()
                    .sql(
                            """
                            insert into reconciliation_line
                            select (jsonb_populate_record(l, jsonb_build_object(
                                'person_id', p.id, 'person_key', p.person_key, 'due_fen', 100))).*
                            from reconciliation_line l
                            cross join (select id, person_key from person where county = :county and id <> :person
                                order by id limit 2) p
                            where l.reconciliation_id = :reconciliation and l.person_id = :person
                            on conflict (reconciliation_id, person_key) do update set due_fen = 100
                            """)
                    .param("county", county)
                    .param("person", person.id())
                    .param("reconciliation", reconciliation)
                    .update();
            List<UUID> two = database.sql()
                    .sql("select person_id from reconciliation_line where reconciliation_id = ? and due_fen = 100")
                    .param(reconciliation)
                    .query(UUID.class)
                    .list();
            SignedIn.doing(Role.CLERK, county, () -> {
                two.forEach(id -> reimbursing.account(division(county), id, FAMILY_ACCOUNT, "农村信用社", "clerk"));
                return true;
            });
            return two.get(0) + "," + two.get(1);
        });
    }

    private UUID upload(String county, Person person) {
        String table = "姓名,身份证号,代缴金额,缴费总额,缴费日期\n%s,%s,0,305,2020-10-09"
                .formatted(person.name(), person.number().full());
        try {
            Path file = Files.createTempFile("payments", ".csv");
            try {
                Files.writeString(file, table);
                return submitting.upload(new RosterUpload(
                        division(county), YEAR, Department.TAX, RosterKind.PAYMENTS, file, "payments.csv", "tax"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(UUID roster) {
        submitting.submit(roster, "tax");
        submitting.accept(roster, "clerk");
    }

    private Division division(String code) {
        return divisions.find(code).orElseThrow();
    }
}
