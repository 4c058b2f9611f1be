package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.division.Division;
import org.zhubao.settlement.RandomSeason.Doors;
import org.zhubao.settlement.SettlementModel.Decision;
import org.zhubao.settlement.SettlementModel.Open;
import org.zhubao.site.Refusal;

/** One benefit year of a random season: each of its steps is done by the product and by the model. */
final class SeasonYear {

    /** The cover begins, and a province's advance ends. */
    private static final List<LocalDate> LATER = List.of(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 6, 1));

    private final EveryKind start;
    private final int year;
    private final SettlementModel model;
    private final Doors doors;
    private final Random random;
    private final DrawnRegister register;
    private final TaxYear tax;
    private final SettledSums sums;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final Map<UUID, Decision> waiting = new HashMap<>();

    SeasonYear(EveryKind start, int year, SettlementModel model, Doors doors, Random random) {
        this.start = start;
        this.year = year;
        this.model = model;
        this.doors = doors;
        this.random = random;
        this.register = new DrawnRegister(start, year, doors.jdbc(), doors.clock(), random);
        this.tax = new TaxYear(start, year, model, doors, random);
        this.sums = new SettledSums(doors.jdbc(), county().code(), year);
    }

    TaxYear tax() {
        return tax;
    }

    int frozen() {
        return sheets.size();
    }

    /** Lists come, and everybody is determined by them; now and then time has passed, or somebody has died. */
    String run() {
        if (random.nextInt(4) == 0) {
            LATER.stream().filter(today()::isBefore).findFirst().ifPresent(doors.clock()::set);
        }
        if (random.nextInt(5) == 0) {
            UUID person = register.anybody();
            if (register.die(person)) {
                model.died(person);
            }
        }
        register.draw();
        Run run = doors.here()
                .run(county(), year, RunRequest.asKnownOn(doors.clock().instant()));
        doors.determining().publish(run.id(), county().code(), "clerk");
        runs.add(run);
        model.run(register.says(), register.learned(), run.asKnownOn());
        return "run on " + today();
    }

    String freeze(String fund) {
        try {
            UUID id = doors.settling().freeze(county(), year, fund, "clerk");
            sheets.add(doors.settling().sheet(id, county().code()).orElseThrow());
            model.freeze(id, fund, today());
            return "freeze " + fund;
        } catch (Refusal refused) {
            assertThat(model.expectsNothing(fund, today())).as(refused.code()).isEmpty();
            return "freeze " + fund + ": " + refused.code();
        }
    }

    /** Any sheet is taken back, approved, paid or disputed, if it may be. */
    String move() {
        if (sheets.isEmpty()) {
            return "nothing to move";
        }
        UUID id = sheets.get(random.nextInt(sheets.size())).id();
        Sheet sheet = doors.settling().sheet(id, county().code()).orElseThrow();
        try {
            return move(sheet) + sheet.number();
        } catch (Refusal refused) {
            return refused.code() + " " + sheet.number();
        }
    }

    private String move(Sheet sheet) {
        switch (random.nextInt(4)) {
            case 3 -> {
                return dispute(sheet);
            }
            case 0 -> {
                doors.moving().revoke(sheet, "drawn", "clerk");
                model.revoke(sheet.id());
                return "revoke ";
            }
            case 1 -> {
                if (!sheet.department().isEmpty()) {
                    doors.moving().confirm(sheet.id(), "officer");
                }
                doors.moving().approve(sheet.id(), "reviewer");
                return "approve ";
            }
            default -> {
                doors.moving().pay(sheet.id(), LocalDate.of(2024, 12, 20), "1", "finance");
                model.paid(sheet.id());
                return "pay ";
            }
        }
    }

    /** The department does not accept a line; the bureau keeps it, or lets the person come with a later sheet. */
    private String dispute(Sheet sheet) {
        int line = 1 + random.nextInt(sheet.lines());
        UUID person = doors.jdbc()
                .sql("select person_id from settlement_line where sheet_id = ? and sequence = ?")
                .params(sheet.id(), line)
                .query(UUID.class)
                .single();
        doors.moving().dispute(sheet.id(), line, "drawn", "officer");
        boolean stays = random.nextBoolean();
        doors.moving().answer(sheet.id(), line, stays, "drawn", "clerk");
        if (stays || !model.mayBeReplaced(sheet.id(), sheet.fund(), today(), person)) {
            return "dispute ";
        }
        UUID other = doors.settling().replace(sheet, "clerk");
        sheets.add(doors.settling().sheet(other, county().code()).orElseThrow());
        model.replace(sheet.id(), other, sheet.fund(), today(), person);
        return "replace ";
    }

    /** Somebody proposes what is to become of an open case, or answers a proposal. */
    String decide(String fund) {
        if (!waiting.isEmpty() && random.nextInt(3) > 0) {
            return answer(
                    doors.decisions().newest(county().code(), year, 1).get(0).id());
        }
        List<Open> expected = model.open(fund, today());
        List<OpenCase> open = doors.cases().list(county(), year, fund, 0, Integer.MAX_VALUE);
        Set<Open> found = open.stream()
                .map(c -> new Open(fund, c.personId(), c.chargedFen(), c.dueFen()))
                .collect(Collectors.toSet());
        assertThat(found).as("open cases of %s", fund).isEqualTo(Set.copyOf(expected));
        List<Open> free = found.stream()
                .filter(c -> waiting.values().stream().noneMatch(w -> sameMatter(w.open(), c)))
                .sorted((a, b) -> index(a) - index(b))
                .toList();
        return free.isEmpty() ? "nothing to decide" : propose(free.get(random.nextInt(free.size())));
    }

    private String propose(Open open) {
        CaseVerdict verdict = CaseVerdict.values()[random.nextInt(CaseVerdict.values().length)];
        doors.deciding().propose(county(), year, open.fund(), List.of(open.person()), verdict, "drawn", "clerk");
        Decision decision = new Decision(open, verdict);
        if (verdict.movesMoney()) {
            waiting.put(waitingFor(open), decision);
        } else {
            model.decided(decision);
        }
        return "propose " + verdict;
    }

    private UUID waitingFor(Open open) {
        return doors.decisions().newest(county().code(), year, Integer.MAX_VALUE).stream()
                .filter(CaseDecision::isWaiting)
                .filter(d -> d.fund().equals(open.fund()) && d.personId().equals(open.person()))
                .map(CaseDecision::id)
                .findFirst()
                .orElseThrow();
    }

    private String answer(UUID id) {
        Decision decision = waiting.get(id);
        if (random.nextInt(4) == 0) {
            doors.deciding().refuse(county(), year, id, "reviewer");
            waiting.remove(id);
            return "refuse " + decision.verdict();
        }
        boolean stands = model.open(decision.open().fund(), today()).contains(decision.open());
        try {
            doors.deciding().confirm(county(), year, id, "reviewer");
            assertThat(stands).as("confirmed, although another case by now").isTrue();
            waiting.remove(id);
            model.decided(decision);
            return "confirm " + decision.verdict();
        } catch (Refusal refused) {
            assertThat(stands).as(refused.code()).isFalse();
            return refused.code() + " " + decision.verdict();
        }
    }

    private static boolean sameMatter(Open one, Open other) {
        return one.fund().equals(other.fund()) && one.person().equals(other.person());
    }

    private int index(Open open) {
        return start.people().indexOf(open.person());
    }

    /** A run of before, over everybody anew as the register was known then. */
    void determinesTheSameAgain() {
        Run before = runs.get(random.nextInt(runs.size()));
        Run again = doors.here().run(county(), year, new RunRequest(before.asKnownOn(), true));
        assertThat(again.digest()).as("as known on %s", before.asKnownOn()).isEqualTo(before.digest());
    }

    /** Where sheets, ledger and model disagree. */
    List<String> differences() {
        List<String> differences = sums.differences(model.sums());
        if (sums.settledTwice() > 0) {
            differences.add("settled twice");
        }
        return differences;
    }

    /** Whether nobody has to reconcile before anything can be settled. */
    boolean isReady() {
        return model.isReady();
    }

    /** For whom the funds together bear more than enrolment costs, once each has had its sheet. */
    List<UUID> beyondThePremium() {
        return sums.beyondThePremium(start.notice().highestPremiumFen());
    }

    private Division county() {
        return start.county().county();
    }

    private LocalDate today() {
        return LocalDate.now(doors.clock());
    }
}
