package org.zhubao.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.zhubao.account.Accounts;
import org.zhubao.account.SystemWork;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.division.Department;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.division.Scope;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterUpload;
import org.zhubao.roster.SubmittingRosters;

/** Fills an empty demo with four regions in the middle of their season, through the same doors as everybody. */
@Component
@Profile("demo")
class DemoSeason implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoSeason.class);

    /** How far a list has come. */
    private enum Stage {
        CHECKED,
        SUBMITTED,
        RETURNED,
        ACCEPTED
    }

    private record DemoRoster(
            String county, int year, String file, Department department, RosterKind kind, Stage stage) {}

    private static final List<DemoRoster> ROSTERS = List.of(
            full("510421", 2025, "panzhihua2025/civil-affairs.xlsx", Department.CIVIL_AFFAIRS, Stage.ACCEPTED),
            full("510421", 2025, "panzhihua2025/poverty.xlsx", Department.POVERTY_ALLEVIATION, Stage.ACCEPTED),
            full("510421", 2025, "panzhihua2025/disabled.xls", Department.DISABLED_FEDERATION, Stage.SUBMITTED),
            full("510411", 2021, "panzhihua2021/civil-affairs.xlsx", Department.CIVIL_AFFAIRS, Stage.ACCEPTED),
            full("510411", 2021, "panzhihua2021/poverty.xlsx", Department.POVERTY_ALLEVIATION, Stage.ACCEPTED),
            full("510411", 2021, "panzhihua2021/disabled.xls", Department.DISABLED_FEDERATION, Stage.ACCEPTED),
            new DemoRoster(
                    "510411",
                    2021,
                    "panzhihua2021/education.xlsx",
                    Department.EDUCATION,
                    RosterKind.STUDENTS,
                    Stage.ACCEPTED),
            full("500152", 2021, "tongnan2021/civil-affairs.xlsx", Department.CIVIL_AFFAIRS, Stage.ACCEPTED),
            full("500152", 2021, "tongnan2021/health.csv", Department.HEALTH, Stage.ACCEPTED),
            full("500152", 2021, "tongnan2021/veterans.xlsx", Department.VETERANS_AFFAIRS, Stage.RETURNED),
            full("500152", 2021, "tongnan2021/poverty.xlsx", Department.POVERTY_ALLEVIATION, Stage.ACCEPTED),
            full("500152", 2021, "tongnan2021/disabled.xls", Department.DISABLED_FEDERATION, Stage.CHECKED),
            full("533401", 2021, "shangrila2021/civil-affairs.xlsx", Department.CIVIL_AFFAIRS, Stage.ACCEPTED),
            full("533401", 2021, "shangrila2021/poverty.xlsx", Department.POVERTY_ALLEVIATION, Stage.ACCEPTED),
            full("533401", 2021, "shangrila2021/veterans.xlsx", Department.VETERANS_AFFAIRS, Stage.ACCEPTED),
            full("533401", 2021, "shangrila2021/disabled.xls", Department.DISABLED_FEDERATION, Stage.ACCEPTED),
            full("610922", 2021, "shiquan2021/civil-affairs.xlsx", Department.CIVIL_AFFAIRS, Stage.ACCEPTED),
            full("610922", 2021, "shiquan2021/poverty.xlsx", Department.POVERTY_ALLEVIATION, Stage.ACCEPTED),
            full("610922", 2021, "shiquan2021/veterans.xlsx", Department.VETERANS_AFFAIRS, Stage.ACCEPTED),
            full("610922", 2021, "shiquan2021/health.csv", Department.HEALTH, Stage.SUBMITTED));

    private static DemoRoster full(String county, int year, String file, Department department, Stage stage) {
        return new DemoRoster(county, year, file, department, RosterKind.FULL, stage);
    }

    private final DemoUsers users;
    private final Accounts accounts;
    private final Divisions divisions;
    private final SubmittingRosters submitting;
    private final DeterminingSubsidies determining;
    private final DemoDrafts drafts;
    private final DemoReview review;

    DemoSeason(
            DemoUsers users,
            Accounts accounts,
            Divisions divisions,
            SubmittingRosters submitting,
            DeterminingSubsidies determining,
            DemoDrafts drafts,
            DemoReview review) {
        this.users = users;
        this.accounts = accounts;
        this.divisions = divisions;
        this.submitting = submitting;
        this.determining = determining;
        this.drafts = drafts;
        this.review = review;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.anybody()) {
            SystemWork.DEMONSTRATION.within(Scope.EVERYWHERE, this::fill);
        }
    }

    private void fill() {
        for (DemoRoster roster : ROSTERS) {
            send(roster);
        }
        review.askTownships();
        for (DemoRoster first : firstOfEachCounty()) {
            determining.start(division(first), first.year(), "clerk");
        }
        users.create();
        drafts.begin();
        log.info("The demo has been filled with synthetic rosters of five counties.");
    }

    private static List<DemoRoster> firstOfEachCounty() {
        return ROSTERS.stream()
                .filter(r -> ROSTERS.stream()
                                .filter(other -> other.county().equals(r.county()))
                                .findFirst()
                                .orElseThrow()
                        == r)
                .toList();
    }

    private void send(DemoRoster roster) {
        try (InputStream in = new ClassPathResource("demo/" + roster.file()).getInputStream()) {
            Path file = Files.createTempFile("demo", null);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            send(roster, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(DemoRoster roster, Path file) throws IOException {
        try {
            String name = roster.file().substring(roster.file().indexOf('/') + 1);
            UUID id = submitting.upload(new RosterUpload(
                    division(roster),
                    roster.year(),
                    roster.department(),
                    roster.kind(),
                    file,
                    name,
                    roster.department().code()));
            if (roster.stage() != Stage.CHECKED) {
                submitting.submit(id, roster.department().code());
            }
            if (roster.stage() == Stage.ACCEPTED) {
                submitting.accept(id, "clerk");
            }
            if (roster.stage() == Stage.RETURNED) {
                submitting.giveBack(id, "clerk", "有 5 行身份证号不对，请对照证件改正后重新报送");
            }
        } finally {
            Files.delete(file);
        }
    }

    private Division division(DemoRoster roster) {
        return divisions.find(roster.county()).orElseThrow();
    }
}
