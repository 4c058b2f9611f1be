package org.zhubao.support;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.Office;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.levy.Reconciling;
import org.zhubao.settlement.CaseVerdict;
import org.zhubao.settlement.DecidingCases;
import org.zhubao.settlement.SettlingAccounts;

/** A case of an office that the notice leaves open: somebody was charged, and is no longer certified after the cover began. */
@TestComponent
public class CasesOnTheirWay {

    private static final int YEAR = 2021;
    private static final String FUND = "civil-affairs";

    private final SettlingAccounts settling;
    private final Reconciling reconciling;
    private final DecidingCases deciding;
    private final Divisions divisions;
    private final DatabaseBehindTheWalls database;

    CasesOnTheirWay(
            SettlingAccounts settling,
            Reconciling reconciling,
            DecidingCases deciding,
            Divisions divisions,
            DatabaseBehindTheWalls database) {
        this.settling = settling;
        this.reconciling = reconciling;
        this.deciding = deciding;
        this.divisions = divisions;
        this.database = database;
    }

    /** The person of it, of whom nobody has decided. */
    public UUID person(Office office) {
        Division county = divisions.find(office.county()).orElseThrow();
        SignedIn.doing(
                Role.CLERK,
                office.county(),
                () -> settling.waitsForReconciliation(county, YEAR)
                        && reconciling.reconcile(county, YEAR, "clerk") != null);
        UUID person = office.sheets().get(SheetsOnTheirWay.CASE);
        database.sql()
                .sql("delete from settlement_decision where person_id = ?")
                .param(person)
                .update();
        return person;
    }

    /** A decision that waits. */
    public UUID decision(Office office) {
        UUID person = person(office);
        Division county = divisions.find(office.county()).orElseThrow();
        SignedIn.doing(Role.CLERK, office.county(), () -> {
            deciding.propose(county, YEAR, FUND, List.of(person), CaseVerdict.SETTLE, "x", "proposer");
            return true;
        });
        return database.sql()
                .sql("select id from settlement_decision where person_id = ?")
                .param(person)
                .query(UUID.class)
                .single();
    }
}
