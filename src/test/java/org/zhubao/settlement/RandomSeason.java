package org.zhubao.settlement;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.SettableClock;

/** A season whose next step is drawn by lot, beside a model that says in plain words what each step should come to. */
final class RandomSeason {

    private static final List<String> FUNDS = List.of(SettledSeason.MEDICAL, SettledSeason.FEDERATION);

    private final CountySeason county;
    private final SettlingAccounts settling;
    private final MovingSheets moving;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Random random;
    private final SettlementModel model = new SettlementModel();
    private final List<UUID> people;
    private final List<Kind> kinds;
    private final UUID first;
    private final List<Sheet> frozen = new ArrayList<>();
    private boolean begun;
    private boolean coverBegun;

    /** An outcome of the first run. */
    private record Kind(int outcome, SettlementModel.Said said) {}

    RandomSeason(
            CountySeason county,
            SettlingAccounts settling,
            MovingSheets moving,
            JdbcClient jdbc,
            SettableClock clock,
            Random random) {
        this.county = county;
        this.settling = settling;
        this.moving = moving;
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        JdbcClient owner = county.owner();
        this.first = owner.sql("select id from determination_run where county = ? order by started_at limit 1")
                .param(county.code())
                .query(UUID.class)
                .single();
        this.people = owner.sql("select person_id from determination where run_id = ? order by person_id")
                .param(first)
                .query(UUID.class)
                .list();
        this.kinds = owner.sql(
                        """
                        select o.id, o.subsidy_fen, o.paid_as like '%残疾人' as disabled,
                            coalesce(sum(s.amount_fen) filter (where s.fund = 'medical-assistance'), 0) as medical,
                            coalesce(sum(s.amount_fen) filter (where s.fund = 'federation'), 0) as federation
                        from outcome o left join outcome_share s on s.run_id = o.run_id and s.outcome_id = o.id
                        where o.run_id = ? group by o.run_id, o.id order by o.id
                        """)
                .param(first)
                .query((row, n) -> new Kind(
                        row.getInt("id"),
                        new SettlementModel.Said(
                                row.getLong("subsidy_fen"),
                                row.getBoolean("disabled"),
                                Map.of(
                                        SettledSeason.MEDICAL, row.getLong("medical"),
                                        SettledSeason.FEDERATION, row.getLong("federation")))))
                .list();
        clock.set(LocalDate.of(2024, 12, 21));
    }

    /** @return what was done */
    String step() {
        clock.set(clock.instant().plusSeconds(60));
        int lot = random.nextInt(10);
        if (!begun) {
            begun = true;
            return run();
        }
        if (lot < 3 || frozen.isEmpty() && lot > 6) {
            return run();
        }
        if (lot < 7) {
            return freeze(FUNDS.get(random.nextInt(FUNDS.size())));
        }
        return move(frozen.get(random.nextInt(frozen.size())));
    }

    /** Another run: everybody drawn anew, or not known to it at all; now and then somebody dies, or the year begins. */
    private String run() {
        if (random.nextInt(4) == 0 && !coverBegun) {
            coverBegun = true;
            clock.set(LocalDate.of(2025, 2, 1));
        }
        if (random.nextInt(5) == 0) {
            die(people.get(random.nextInt(people.size())));
        }
        UUID run = UUID.randomUUID();
        copyRun(run);
        model.run(coverBegun);
        for (UUID person : people) {
            int lot = random.nextInt(kinds.size() + 1);
            if (lot < kinds.size()) {
                Kind kind = kinds.get(lot);
                jdbc.sql("insert into determined (benefit_year, region, county, chain, person_id, outcome_id)"
                                + " values (2025, '5104', ?, ?, ?, ?)")
                        .params(county.code(), run, person, kind.outcome())
                        .update();
                model.says(person, kind.said());
            }
        }
        return "run, cover begun: " + coverBegun;
    }

    private void copyRun(UUID run) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into determination_run (id, county, benefit_year, policy_id, policy_version, policy_digest,
                            as_known_on, status, started_by, started_at, published_by, published_at)
                        select ?, county, benefit_year, policy_id, policy_version, policy_digest, ?, status, 'lot', ?,
                            'lot', ?
                        from determination_run where id = ?
                        """)
                .params(run, now, now, now, first)
                .update();
        jdbc.sql("insert into run_place values (?, ?, 2025, ?, 0)")
                .params(run, county.code(), run)
                .update();
        jdbc.sql(
                        """
                        insert into outcome (run_id, id, county, benefit_year, outcome, reason, standard, identity, paid_as,
                            premium_fen, subsidy_fen, payable_fen, clause, facts, trace)
                        select ?, id, county, benefit_year, outcome, reason, standard, identity, paid_as, premium_fen,
                            subsidy_fen, payable_fen, clause, facts, trace from outcome where run_id = ?
                        """)
                .params(run, first)
                .update();
        jdbc.sql(
                        """
                        insert into outcome_share (run_id, outcome_id, county, position, fund, amount_fen)
                        select ?, outcome_id, county, position, fund, amount_fen from outcome_share where run_id = ?
                        """)
                .params(run, first)
                .update();
    }

    private void die(UUID person) {
        int died = jdbc.sql(
                        """
                        insert into person_event (region, person_id, county, benefit_year, kind, happened_on, known_from,
                            batch_id, row_number)
                        select '5104', ?, ?, 2025, 'DEATH', date '2024-12-01', ?, (array_agg(id))[1], 2
                        from roster_batch where county = ?
                        on conflict do nothing
                        """)
                .params(person, county.code(), Timestamp.from(clock.instant()), county.code())
                .update();
        if (died > 0) {
            model.died(person);
        }
    }

    private String freeze(String fund) {
        try {
            UUID id = settling.freeze(county.county(), 2025, fund, "clerk");
            frozen.add(settling.sheet(id, county.code()).orElseThrow());
            model.freeze(id, fund);
            return "freeze " + fund;
        } catch (Refusal refused) {
            model.expectsNothing(fund).ifPresent(expected -> {
                throw new AssertionError(refused.code() + ", although " + expected);
            });
            return "freeze " + fund + ": " + refused.code();
        }
    }

    private String move(Sheet sheet) {
        Sheet now = settling.sheet(sheet.id(), county.code()).orElseThrow();
        try {
            switch (random.nextInt(3)) {
                case 0 -> {
                    moving.revoke(now, "drawn", "clerk");
                    model.revoke(now.id());
                    return "revoke " + now.number();
                }
                case 1 -> {
                    if (!now.department().isEmpty()) {
                        moving.confirm(now.id(), "officer");
                    }
                    moving.approve(now.id(), "reviewer");
                    return "approve " + now.number();
                }
                default -> {
                    moving.pay(now.id(), LocalDate.of(2024, 12, 20), "1", "finance");
                    model.paid(now.fund(), now.totalFen());
                    return "pay " + now.number();
                }
            }
        } catch (Refusal refused) {
            return refused.code() + " " + now.number();
        }
    }

    /** Where sheets, ledger and model disagree. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (String fund : FUNDS) {
            long sheets =
                    sum("select coalesce(sum(total_fen), 0) from settlement_sheet s", " and s.status <> 'VOID'", fund);
            long lines = sum(
                    "select coalesce(sum(l.fund_fen), 0) from settlement_line l join settlement_sheet s on s.id = l.sheet_id",
                    " and s.status <> 'VOID'",
                    fund);
            long borne = sum(
                    "select coalesce(sum(s.credit_fen - s.debit_fen), 0) from ledger_line s",
                    " and s.account = 'PERSON'",
                    fund);
            long owed = sum(
                    "select coalesce(sum(s.debit_fen - s.credit_fen), 0) from ledger_line s",
                    " and s.account = 'FUND'",
                    fund);
            if (sheets != lines || lines != borne || owed != borne - model.paidFen(fund)) {
                differences.add("%s: sheets %d, lines %d, borne %d, owed %d, paid %d"
                        .formatted(fund, sheets, lines, borne, owed, model.paidFen(fund)));
            }
            Map<UUID, Long> balances = balances(fund);
            for (UUID person : people) {
                long found = Optional.ofNullable(balances.get(person)).orElse(0L);
                if (found != model.balance(fund, person)) {
                    differences.add(
                            "%s %s: %d, and not %d".formatted(fund, person, found, model.balance(fund, person)));
                }
            }
        }
        return differences;
    }

    private long sum(String select, String condition, String fund) {
        return jdbc.sql(select + " where s.county = ? and s.benefit_year = 2025 and s.fund = ?" + condition)
                .params(county.code(), fund)
                .query(Long.class)
                .single();
    }

    private Map<UUID, Long> balances(String fund) {
        Map<UUID, Long> balances = new HashMap<>();
        jdbc.sql("select person_id, sum(credit_fen - debit_fen) as fen from ledger_line"
                        + " where county = ? and fund = ? and account = 'PERSON' group by person_id")
                .params(county.code(), fund)
                .query(row -> {
                    balances.put(row.getObject("person_id", UUID.class), row.getLong("fen"));
                });
        return balances;
    }
}
