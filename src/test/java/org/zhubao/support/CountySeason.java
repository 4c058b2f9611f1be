package org.zhubao.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.Workplace;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.determination.RunStatus;
import org.zhubao.division.Department;
import org.zhubao.division.Division;
import org.zhubao.protection.IdNumber;
import org.zhubao.roster.HandingInRosters;
import org.zhubao.roster.RosterDesk;
import org.zhubao.roster.RosterDesk.RowFilter;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterStatus;
import org.zhubao.roster.RosterSummary;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.RowView;
import org.zhubao.roster.SubmittingRosters;

/**
 * A county that one test has for itself and the benefit year played in it, through the product's own doors.
 * {@link CountySeasons} makes it.
 */
public final class CountySeason {

    /** The townships every such county has. */
    public static final String EAST = "东坪镇";

    public static final String WEST = "西河镇";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final LocalDate GROWN_UP = LocalDate.of(1980, 1, 1);

    private final Division county;
    private final int benefitYear;
    private final Office office;
    private int people;

    CountySeason(Division county, int benefitYear, Office office) {
        this.county = county;
        this.benefitYear = benefitYear;
        this.office = office;
    }

    /** What the season is played with. */
    record Office(
            SubmittingRosters submitting,
            HandingInRosters handingIn,
            RosterDesk desk,
            DeterminingSubsidies determining,
            SettableClock clock,
            JdbcClient owner) {}

    /** Asks or does something in the services as the county's clerk. */
    public <T> T clerk(Supplier<T> work) {
        return SignedIn.doing(Role.CLERK, code(), work);
    }

    /** The same for what answers nothing. */
    public void clerkDoes(Runnable work) {
        clerk(() -> {
            work.run();
            return true;
        });
    }

    public Division county() {
        return county;
    }

    /** Where whoever works in it works. */
    public Workplace place() {
        return new Workplace(county, benefitYear);
    }

    public String code() {
        return county.code();
    }

    public int year() {
        return benefitYear;
    }

    /** The database as its owner sees it: everything, for looking behind the doors and for tampering. */
    public JdbcClient owner() {
        return office.owner();
    }

    /** Somebody grown-up whom civil affairs lists as receiving the subsistence allowance. */
    public Listed person() {
        return born(GROWN_UP.plusDays(people / 900));
    }

    /** The same, with that day of birth. At most 999 people are made in a county before numbers repeat. */
    public Listed born(LocalDate day) {
        people++;
        String digits = "%s%tY%<tm%<td%03d".formatted(code(), day, people % 1000);
        String number = digits + IdNumber.checkCharacter(digits);
        return new Listed("王" + syllable(people / 50) + syllable(people % 50), number, "低保", EAST, null, "", "");
    }

    /** The number of the same person with the last character wrong. */
    public static String broken(String number) {
        return number.substring(0, 17) + (number.endsWith("1") ? '2' : '1');
    }

    private static char syllable(int index) {
        return (char) ('一' + index);
    }

    public UUID upload(Department department, RosterKind kind, byte[] workbook) {
        try {
            Path file = Files.createTempFile("roster", null);
            try {
                Files.write(file, workbook);
                return upload(department, kind, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UUID upload(Department department, RosterKind kind, Path file) {
        return clerk(() -> office.submitting().upload(upload(department, kind, file, "officer")));
    }

    private RosterUpload upload(Department department, RosterKind kind, Path file, String by) {
        return new RosterUpload(county, benefitYear, department, kind, file, department.code() + ".xlsx", by);
    }

    public UUID uploaded(Department department, RosterKind kind, Listed... people) {
        return upload(department, kind, RosterWorkbook.of(people));
    }

    public UUID submitted(Department department, RosterKind kind, Listed... people) {
        UUID id = uploaded(department, kind, people);
        submit(id);
        return id;
    }

    public UUID accepted(Department department, RosterKind kind, Listed... people) {
        UUID id = submitted(department, kind, people);
        accept(id);
        return id;
    }

    /** A list of deaths, taken. @param dead with the days of their deaths */
    public UUID died(Department told, Map<Listed, LocalDate> dead) {
        return accepted(told, RosterKind.DEATHS, RosterWorkbook.deaths(dead));
    }

    /** A full list of civil affairs, taken into the register. */
    public UUID accepted(Listed... people) {
        return accepted(Department.CIVIL_AFFAIRS, RosterKind.FULL, people);
    }

    /** A workbook of deaths, moves or anything else, taken into the register. */
    public UUID accepted(Department department, RosterKind kind, byte[] workbook) {
        UUID id = upload(department, kind, workbook);
        submit(id);
        accept(id);
        return id;
    }

    public void submit(UUID roster) {
        clerkDoes(() -> office.submitting().submit(roster, "officer"));
    }

    /** By the clerk, and by a reviewer, too, where the list cancels so many that it takes two. */
    public void accept(UUID roster) {
        clerkDoes(() -> {
            if (!acceptAs("clerk", roster)) {
                acceptAs("reviewer", roster);
            }
        });
    }

    /** @return whether it is in the register now */
    public boolean acceptAs(String who, UUID roster) {
        return clerk(() -> office.submitting().accept(roster, who));
    }

    public void giveBack(UUID roster, String reason) {
        clerkDoes(() -> office.submitting().giveBack(roster, "clerk", reason));
    }

    public void withdraw(UUID roster) {
        clerkDoes(() -> office.submitting().withdraw(roster, "clerk", "sent by mistake"));
    }

    public UUID readAgain(UUID roster) {
        return read(clerk(() -> office.handingIn().readAgain(roster, "officer")));
    }

    /** Hands a file in as the screens do; the job reads it later. */
    public UUID handedIn(Department department, RosterKind kind, Path file) {
        return clerk(() -> office.handingIn()
                .handIn(upload(department, kind, file, "officer"))
                .batch());
    }

    /** Waits until a list that was handed in is read, or refused. */
    public UUID read(UUID roster) {
        await().pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> roster(roster).status() != RosterStatus.READING);
        return roster;
    }

    public RosterSummary roster(UUID id) {
        return clerk(() -> office.desk().find(id).orElseThrow());
    }

    public List<RowView> rows(UUID roster, RowFilter filter) {
        return clerk(() -> office.desk().rows(roster, filter, 0, Integer.MAX_VALUE));
    }

    /** Determines everybody, waits until that is over and publishes it. The clock goes on a little, so that runs have an order. */
    public Run run() {
        office.clock().set(office.clock().instant().plusMillis(1));
        return published(run(RunRequest.asKnownOn(office.clock().instant())));
    }

    /** Determines and waits until that is over; nobody goes by it. */
    public Run run(RunRequest wanted) {
        return over(clerk(() -> office.determining().start(county, benefitYear, wanted, "clerk")));
    }

    private Run published(Run run) {
        if (run.status() != RunStatus.FINISHED) {
            return run;
        }
        clerkDoes(() -> office.determining().publish(run.id(), code(), "clerk"));
        return over(run.id());
    }

    public Run over(UUID run) {
        return await().pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> clerk(() -> office.determining().run(run, code()).orElseThrow()), r -> r.status()
                        .isOver());
    }
}
