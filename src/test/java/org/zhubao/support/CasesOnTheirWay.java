package org.zhubao.support;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.register.People;
import org.zhubao.settlement.CaseVerdict;
import org.zhubao.settlement.DecidingCases;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.support.SmallSeason.Someone;

/** A case of a county that the notice leaves open: somebody was charged, and is no longer certified after the cover began. */
@TestComponent
public class CasesOnTheirWay {

    private static final int YEAR = 2021;
    private static final String FUND = "civil-affairs";

    private final Map<String, UUID> open = new ConcurrentHashMap<>();
    private final SmallSeason season;
    private final SettlingAccounts settling;
    private final DecidingCases deciding;
    private final People people;
    private final Divisions divisions;
    private final DatabaseBehindTheWalls database;

    CasesOnTheirWay(
            SmallSeason season,
            SettlingAccounts settling,
            DecidingCases deciding,
            People people,
            Divisions divisions,
            DatabaseBehindTheWalls database) {
        this.season = season;
        this.settling = settling;
        this.deciding = deciding;
        this.people = people;
        this.divisions = divisions;
        this.database = database;
    }

    /** The person of it, of whom nobody has decided. */
    public UUID person(String code) {
        UUID person = open.computeIfAbsent(code, this::make);
        database.sql()
                .sql("delete from settlement_decision where person_id = ?")
                .param(person)
                .update();
        return person;
    }

    /** A decision that waits. */
    public UUID decision(String code) {
        UUID person = person(code);
        SignedIn.doing(Role.CLERK, code, () -> {
            deciding.propose(county(code), YEAR, FUND, List.of(person), CaseVerdict.SETTLE, "x", "proposer");
            return true;
        });
        return database.sql()
                .sql("select id from settlement_decision where person_id = ?")
                .param(person)
                .query(UUID.class)
                .single();
    }

    private UUID make(String code) {
        Someone someone = Someone.of("表癸", code.substring(4) + "9", 0);
        season.goOn(code, someone);
        SignedIn.doing(Role.CLERK, code, () -> settling.freeze(county(code), YEAR, FUND, "clerk"));
        season.removed(code, someone);
        return SignedIn.doing(Role.CLERK, code, () -> people.search(code, new Scope(code), someone.number(), 1)
                .get(0)
                .id());
    }

    private Division county(String code) {
        return divisions.find(code).orElseThrow();
    }
}
