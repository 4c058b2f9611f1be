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

    SmallSeason(
            SubmittingRosters submitting,
            DeterminingSubsidies determining,
            SettlingAccounts settling,
            People people,
            Divisions divisions) {
        this.submitting = submitting;
        this.determining = determining;
        this.settling = settling;
        this.people = people;
        this.divisions = divisions;
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

    private Played played(String code, List<Someone> someone) {
        Division county = divisions.find(code).orElseThrow();
        UUID roster = upload(county, someone);
        submitting.submit(roster, "clerk");
        submitting.accept(roster, "clerk");
        UUID run = determining.start(county, YEAR, "clerk");
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> determining.run(run, code).orElseThrow().status().isOver());
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

    private UUID upload(Division county, List<Someone> someone) {
        List<Division> townships = divisions.townships(county.code());
        String text = "姓名,身份证号,人员类别,镇（街）,认定时间\n"
                + someone.stream()
                        .map(s -> String.join(
                                ",",
                                s.name(),
                                s.number(),
                                "低保",
                                townships.get(s.township()).name(),
                                "2020-08-01"))
                        .collect(Collectors.joining("\n"));
        try {
            Path file = Files.createTempFile("small", ".csv");
            try {
                Files.writeString(file, text);
                return submitting.upload(new RosterUpload(
                        county, YEAR, Department.CIVIL_AFFAIRS, RosterKind.FULL, file, "small.csv", "clerk"));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
