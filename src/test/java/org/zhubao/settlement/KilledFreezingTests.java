package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.zhubao.account.Role;
import org.zhubao.account.Tokens;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.KillableOffice;
import org.zhubao.support.LongRoster;
import org.zhubao.support.Moments;
import org.zhubao.support.Program;
import org.zhubao.support.SessionsAtWork;
import org.zhubao.support.SettableClock;

/**
 * The server, or every other time its session in the database, is killed while it freezes a sheet, each time at another
 * moment: there is the whole sheet with every entry of the ledger, or nothing at all, and numbers have no gaps. Run by
 * {@code -Pcrash}.
 */
@DatabaseTest
@Tag("crash")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
@TestPropertySource(properties = "zhubao.test.own-database=crashes")
class KilledFreezingTests {

    private static final Logger log = LoggerFactory.getLogger(KilledFreezingTests.class);
    private static final int KILLS = Integer.getInteger("crash.kills", 50);
    private static final int PEOPLE = 2_000;
    private static final long SEED = 20_250_115;
    private static final String FUND = "civil-affairs";

    @Autowired
    private CountySeasons counties;

    @Autowired
    private SettlingAccounts settling;

    @Autowired
    private MovingSheets moving;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Tokens tokens;

    @TempDir
    private Path folder;

    private final Moments freezing = new Moments(new Random(SEED));
    private SessionsAtWork sessions;
    private CountySeason season;
    private String token;
    private KillableOffice office;

    @BeforeEach
    void aCountyReadyToBeSettled() {
        clock.set(Clock.systemUTC().instant());
        sessions = new SessionsAtWork(database);
        season = counties.fresh(2021);
        token = tokens.of(Role.CLERK, season.code());
        UUID roster = season.upload(
                Department.CIVIL_AFFAIRS,
                RosterKind.FULL,
                LongRoster.write(season, PEOPLE, folder.resolve("people.xlsx")));
        season.submit(roster);
        season.accept(roster);
        season.run();
        restart();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void thereIsNeverHalfASheetAndNoNumberIsLost() {
        freezing.measure(this::freeze);
        takeBackWhatStands();
        int whole = 0;
        int tried = 0;
        for (int hits = 0; hits < KILLS; tried++) {
            boolean answered = killWhileFreezing(hits % 2 == 0);
            assertThat(broken()).as("after kill %d", tried).isZero();
            int standing = takeBackWhatStands();
            assertThat(standing).isLessThanOrEqualTo(1);
            assertThat(answered && standing == 0).as("answered and lost").isFalse();
            assertThat(broken()).as("taken back after kill %d", tried).isZero();
            hits += answered ? 0 : 1;
            whole += answered ? 0 : standing;
        }
        log.info(
                "{} kills, {} of them while freezing: {} sheets were whole, the others not there", tried, KILLS, whole);
    }

    /** @return whether the sheet was frozen before anything was killed */
    private boolean killWhileFreezing(boolean server) {
        CompletableFuture<?> answer = CompletableFuture.runAsync(this::freeze);
        sessions.awaitAnyOr(answer::isDone);
        long moment = freezing.any();
        answer.copy().completeOnTimeout(null, moment, TimeUnit.MILLISECONDS).join();
        boolean killed = server ? kill() : sessions.killOne();
        boolean answered = answer.handle((result, failure) -> failure == null).join();
        if (killed) {
            freezing.learn(moment, answered);
        }
        log.info(
                "{} killed after {} ms, {}",
                server ? "server" : "session",
                moment,
                answered ? "answered" : "unanswered");
        assertThat(answered || killed).as("refused").isTrue();
        if (server) {
            restart();
        }
        sessions.awaitNone();
        return answered;
    }

    private boolean kill() {
        office.kill();
        return true;
    }

    private void freeze() {
        String wanted =
                "{\"division\": \"%s\", \"benefitYear\": 2021, \"fund\": \"%s\"}".formatted(season.code(), FUND);
        Program.Answer answer = new Program(office.port(), token).post("/api/v1/settlement-sheets", wanted);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void restart() {
        office = KillableOffice.start(database, Path.of("target", "killed-freezing.log"));
    }

    /** @return how many sheets stood */
    private int takeBackWhatStands() {
        List<Sheet> standing = season.clerk(() -> settling.sheets(season.county(), 2021)).stream()
                .filter(sheet -> sheet.status() != SheetStatus.VOID)
                .toList();
        standing.forEach(sheet -> season.clerkDoes(() -> moving.revoke(sheet, "again", "clerk")));
        return standing.size();
    }

    /** Sheets whose lines or entries are not all there, entries out of balance, and numbers that no sheet has. */
    private long broken() {
        return count(
                """
                select (select count(*) from settlement_sheet s
                        where s.lines <> (select count(*) from settlement_line l where l.sheet_id = s.id)
                            or s.lines <> (select count(*) from ledger_entry e
                                where e.sheet_id = s.id and e.kind <> 'REVERSAL')
                            or case s.status when 'VOID' then s.lines else 0 end <> (select count(*) from ledger_entry e
                                where e.sheet_id = s.id and e.kind = 'REVERSAL'))
                    + (select count(*) from (select entry_id from ledger_line group by entry_id
                        having sum(debit_fen) <> sum(credit_fen)) x)
                    + (select count(*) from settlement_number n where n.last_number <> (
                        select count(*) from settlement_sheet s
                        where s.county = n.county and s.benefit_year = n.benefit_year and s.fund = n.fund))
                """);
    }

    private long count(String sql) {
        return database.sql().sql(sql).query(Long.class).single();
    }
}
