package org.zhubao.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.zhubao.levy.PushKind;
import org.zhubao.settlement.RandomSeason.Doors;
import org.zhubao.site.Refusal;

/** What goes to the tax bureau and comes from it in a year of a random season: each step is done by product and model. */
final class TaxYear {

    private final EveryKind start;
    private final int year;
    private final SettlementModel model;
    private final Doors doors;
    private final Random random;
    private final DrawnPayments payments;
    private final DrawnStates states;
    private final DrawnRefusals refusals;

    TaxYear(EveryKind start, int year, SettlementModel model, Doors doors, Random random) {
        this.start = start;
        this.year = year;
        this.model = model;
        this.doors = doors;
        this.random = random;
        this.payments = new DrawnPayments(start, model.tax(), doors.jdbc(), doors.clock(), random);
        this.states = new DrawnStates(start, model.tax(), doors.jdbc(), doors.clock(), random);
        this.refusals = new DrawnRefusals(start, year, model.tax(), doors, random);
    }

    String step() {
        int lot = random.nextInt(9);
        if (lot < 2) {
            return push();
        }
        if (lot < 3) {
            return refusals.draw() ? "refuse a mark" : "no mark to refuse";
        }
        return lot < 6 ? hear() : pay();
    }

    /** The tax bureau is told what is new. */
    private String push() {
        try {
            UUID push = doors.pushing().push(start.county().county(), year, PushKind.DELTA, "clerk");
            model.pushed(push, LocalDate.now(doors.clock()));
            return "push";
        } catch (Refusal refused) {
            return refused.code();
        } finally {
            forgetTables();
        }
    }

    /** Its payments come. */
    private String pay() {
        if (random.nextInt(4) > 0) {
            push();
        }
        payments.draw();
        return "pay";
    }

    /** A list comes of how people are insured. */
    private String hear() {
        states.draw();
        return "hear";
    }

    /** Payments are held against marks and run. */
    String reconcile() {
        doors.reconciling().reconcile(start.county().county(), year, "clerk");
        model.reconciled();
        forgetTables();
        return "reconcile";
    }

    /** What each transaction of its own would leave behind: no tables, and the planner as it is. */
    private void forgetTables() {
        List<String> tables = doors.jdbc()
                .sql(
                        "select relname from pg_class where relnamespace = pg_my_temp_schema() and relkind = 'r' order by 1")
                .query(String.class)
                .list();
        if (!tables.isEmpty()) {
            doors.jdbc().sql("drop table " + String.join(", ", tables)).update();
        }
        doors.jdbc().sql("select set_config('enable_nestloop', 'on', true)").query(row -> {});
    }
}
