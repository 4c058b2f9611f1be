package org.zhubao.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.division.Department;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.protection.IdNumber;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.SubmittingRosters;
import org.zhubao.settlement.Draft;
import org.zhubao.settlement.SettlingAccounts;

/** Plays a season of a few people in a county of Panzhihua for 2021: from their roster to the frozen sheet. */
@TestComponent
public class SmallSeason {

    private static final int YEAR = 2021;

    private final SubmittingRosters submitting;
    private final DeterminingSubsidies determining;
    private final SettlingAccounts settling;
    private final People people;
    private final Divisions divisions;
    private final SettableClock clock;
    private final DatabaseBehindTheWalls database;

    SmallSeason(
            SubmittingRosters submitting,
            DeterminingSubsidies determining,
            SettlingAccounts settling,
            People people,
            Divisions divisions,
            SettableClock clock,
            DatabaseBehindTheWalls database) {
        this.submitting = submitting;
        this.determining = determining;
        this.settling = settling;
        this.people = people;
        this.divisions = divisions;
        this.clock = clock;
        this.database = database;
    }

    /** What came of it. @param sheet of the fund that pays most people */
    public record Played(String county, UUID roster, UUID run, UUID sheet, List<Person> persons) {}

    /** Somebody with a subsistence allowance, in the first or second township of their county. */
    public record Someone(String name, String number, int township) {

        /** @param sequence three digits that make the number one of its own */
        public static Someone of(String name, String sequence, int township) {
            String digits = "51040019700101" + sequence;
            return new Someone(name, digits + IdNumber.checkCharacter(digits), township);
        }
    }

    /** Everything done by the county's clerk. */
    public Played play(String county, Someone... someone) {
        return SignedIn.doing(Role.CLERK, county, () -> played(county, List.of(someone)));
    }

    /** A list of additions, read and checked. */
    public UUID checked(String county, Someone... someone) {
        return SignedIn.doing(
                Role.CLERK,
                county,
                () -> upload(divisions.find(county).orElseThrow(), RosterKind.ADDITIONS, List.of(someone)));
    }

    /** The same, waiting for the bureau. */
    public UUID submitted(String county, Someone... someone) {
        UUID roster = checked(county, someone);
        return SignedIn.doing(Role.CLERK, county, () -> {
            submitting.submit(roster, "officer");
            return roster;
        });
    }

    /** The same, sent back. */
    public UUID returned(String county, Someone... someone) {
        UUID roster = submitted(county, someone);
        return SignedIn.doing(Role.CLERK, county, () -> {
            submitting.giveBack(roster, "clerk", "incomplete");
            return roster;
        });
    }

    /** The same, taken into the register after all others. */
    public UUID accepted(String county, Someone... someone) {
        clock.set(clock.instant().plusMillis(1));
        UUID roster = submitted(county, someone);
        return SignedIn.doing(Role.CLERK, county, () -> {
            submitting.accept(roster, "clerk");
            return roster;
        });
    }

    /** Takes more people into the register and determines everybody again; no sheet charges the new ones yet. */
    public void goOn(String county, Someone... someone) {
        accepted(county, someone);
        SignedIn.doing(Role.CLERK, county, () -> run(divisions.find(county).orElseThrow()));
    }

    Person person(String county, Someone someone) {
        return SignedIn.doing(Role.CLERK, county, () -> people.search(county, new Scope(county), someone.number(), 1)
                .get(0));
    }

    /**
     * People of whom nothing is said any longer, and everybody determined again. The notice goes by the identities of August,
     * so that no removal does it; rows that never counted do, which no door takes back once a sheet rests on them.
     */
    public void takenBack(String county, Someone... someone) {
        clock.set(clock.instant().plusMillis(1));
        SignedIn.doing(Role.CLERK, county, () -> {
            UUID roster = upload(divisions.find(county).orElseThrow(), RosterKind.REMOVALS, List.of(someone));
            submitting.submit(roster, "officer");
            if (!submitting.accept(roster, "clerk")) {
                submitting.accept(roster, "reviewer");
            }
            database.sql()
                    .sql("update identity_claim set ended_by_batch = batch_id where ended_by_batch = ?")
                    .param(roster)
                    .update();
            return run(divisions.find(county).orElseThrow());
        });
    }

    /** The newest run of a county, which nobody has published. */
    public UUID unpublished(String county) {
        return SignedIn.doing(Role.CLERK, county, () -> determining.runs(county, YEAR).stream()
                .findFirst()
                .filter(run -> !run.isPublished())
                .map(Run::id)
                .orElseGet(() -> finished(divisions.find(county).orElseThrow())));
    }

    private UUID run(Division county) {
        UUID run = finished(county);
        determining.publish(run, county.code(), "clerk");
        return run;
    }

    /** The clock goes on a little, so that runs have an order. */
    private UUID finished(Division county) {
        clock.set(clock.instant().plusMillis(1));
        UUID run = determining.start(county, YEAR, "clerk");
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> determining
                        .run(run, county.code())
                        .orElseThrow()
                        .status()
                        .isOver());
        return run;
    }

    private Played played(String code, List<Someone> someone) {
        Division county = divisions.find(code).orElseThrow();
        UUID roster = upload(county, RosterKind.FULL, someone);
        submitting.submit(roster, "officer");
        submitting.accept(roster, "clerk");
        UUID run = run(county);
        String fund = settling.drafts(county, YEAR).stream()
                .filter(draft -> draft.persons() == someone.size())
                .map(Draft::fund)
                .findFirst()
                .orElseThrow();
        List<Person> found = someone.stream()
                .flatMap(s -> people.search(code, new Scope(code), s.number(), 1).stream())
                .toList();
        return new Played(code, roster, run, settling.freeze(county, YEAR, fund, "clerk"), found);
    }

    private UUID upload(Division county, RosterKind kind, List<Someone> someone) {
        return upload(county, Department.CIVIL_AFFAIRS, kind, table(county.code(), someone));
    }

    private UUID upload(Division county, Department department, RosterKind kind, String table) {
        try {
            Path file = Files.createTempFile("small", ".csv");
            try {
                Files.writeString(file, table);
                return submitting.upload(new RosterUpload(county, YEAR, department, kind, file, "small.csv", "clerk"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** People of whom nothing is on record but that another office has told of them: no list of civil affairs follows. */
    public void told(String county, Someone... someone) {
        clock.set(clock.instant().plusMillis(1));
        String table = "姓名,身份证号,死亡时间\n"
                + List.of(someone).stream()
                        .map(s -> s.name() + "," + s.number() + ",2024-12-01")
                        .collect(Collectors.joining("\n"));
        SignedIn.doing(Role.CLERK, county, () -> {
            UUID roster = upload(divisions.find(county).orElseThrow(), Department.HEALTH, RosterKind.DEATHS, table);
            submitting.submit(roster, "officer");
            submitting.accept(roster, "clerk");
            return roster;
        });
    }

    /** The file itself, as text. */
    public String table(String county, List<Someone> someone) {
        List<Division> townships = divisions.townships(county);
        return "姓名,身份证号,人员类别,镇（街）,认定时间\n"
                + someone.stream()
                        .map(s -> String.join(
                                ",",
                                s.name(),
                                s.number(),
                                "低保",
                                townships.get(s.township()).name(),
                                "2020-08-01"))
                        .collect(Collectors.joining("\n"));
    }
}
