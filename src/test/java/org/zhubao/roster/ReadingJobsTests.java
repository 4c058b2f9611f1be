package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.xpath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterFileRefused.Reason;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.RosterWorkbook;

/** Whoever hands a list in does not wait for it; it is read in its turn, wholly or not at all, or given up. */
@DatabaseTest
@TestInstance(Lifecycle.PER_CLASS)
class ReadingJobsTests {

    @Autowired
    private HandingInRosters handingIn;

    @Autowired
    private RosterFiles files;

    @Autowired
    private ArrivingFiles arriving;

    @Autowired
    private RosterReader reader;

    @Autowired
    private ReadingNotes notes;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MockMvc mvc;

    private CountySeason season;

    @BeforeAll
    void aCounty(@Autowired CountySeasons counties) {
        season = counties.fresh(2021);
    }

    @Test
    void aListWaitsForItsTurnAndIsThenReadAsIfAtOnce(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("list.xlsx"), RosterWorkbook.of(season.person(), season.person()));
        UUID roster;
        try (Turn somebodyElses = new Turn()) {
            roster = handedIn(file);

            assertThat(handedIn(file)).as("the same file").isEqualTo(roster);
            assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.READING);
            mvc.perform(get("/rosters/" + roster).with(SignedIn.as(Role.CLERK, season.code())))
                    .andExpect(content().string(containsString("已收到，排队等候")));
            mvc.perform(get("/rosters/" + roster + "/progress").with(SignedIn.as(Role.CLERK, season.code())))
                    .andExpect(header().doesNotExist("HX-Refresh"));
        }

        RosterSummary read = season.roster(season.read(roster));

        assertThat(read.status()).isEqualTo(RosterStatus.CHECKED);
        assertThat(read.rows()).isEqualTo(new RowCounts(2, 2, 0, 0));
        mvc.perform(get("/rosters/" + roster + "/progress").with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(header().string("HX-Refresh", "true"));
    }

    @Test
    void theJobSaysWhatItIsAtUntilTheListIsComparedWithTheRegister(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("list.xlsx"), RosterWorkbook.of(season.person()));
        RosterUpload upload = new RosterUpload(
                season.county(), 2021, Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, file, "list.xlsx", "officer");
        Set<ReadingStage> stages = new LinkedHashSet<>();

        season.clerkDoes(() -> new TransactionTemplate(transactions).executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            reader.read(arriving.arrive(upload).batch(), upload, (stage, rows) -> stages.add(stage));
        }));

        assertThat(stages)
                .containsSubsequence(ReadingStage.LOOKING, ReadingStage.STORING, ReadingStage.COMPARING)
                .last()
                .isEqualTo(ReadingStage.COMPARING);
    }

    @Test
    void whatAListWouldDoIsSaidInTheListOfRostersAndItsNamesAreSpeltBeforeAnybodyAccepts(@TempDir Path folder)
            throws Exception {
        Path file = Files.write(
                folder.resolve("list.xlsx"),
                RosterWorkbook.of(
                        season.person().called("令狐未央"), season.person().called("令狐长乐")));

        UUID roster = season.read(handedIn(file));

        assertThat(season.roster(roster).changesWhenRead()).isEqualTo(new ChangesWhenRead(2, 0, 0));
        mvc.perform(get("/rosters").with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(content().string(containsString("新增 2 · 变更 0 · 取消 0")));
        await().atMost(Duration.ofMinutes(1)).until(() -> spelt("令狐未央") + spelt("令狐长乐") == 2);
    }

    @Test
    void thePageSaysThatTheListIsBeingComparedAfterEverythingElseIsDone(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("list.xlsx"), RosterWorkbook.of(season.person()));
        try (Turn somebodyElses = new Turn()) {
            UUID roster = handedIn(file);
            season.clerkDoes(() -> notes.at(roster, ReadingStage.COMPARING, 7_310));

            mvc.perform(get("/rosters/" + roster + "/progress").with(SignedIn.as(Role.CLERK, season.code())))
                    .andExpect(xpath("//li[b[@aria-current='step']]/b").string("与人员库对比"))
                    .andExpect(
                            xpath("count(//li[span[contains(@class, 'ok')]])").number(4.0))
                    .andExpect(content().string(containsString("7,310")));
        }
    }

    @Test
    void aListIsReadThoughWhatFollowsFailsAndItsAcceptanceMakesUpForIt(@TempDir Path folder) throws IOException {
        byte[] list = RosterWorkbook.of(season.person().called("夏侯难拼"));
        JdbcClient owner = season.owner();
        owner.sql("alter table name_spelling add constraint planted check (comparable_name <> '夏侯难拼') not valid")
                .update();
        UUID roster;
        try {
            roster = season.read(handedIn(Files.write(folder.resolve("list.xlsx"), list)));
            await().atMost(Duration.ofSeconds(20)).until(() -> isOver(roster));
        } finally {
            owner.sql("alter table name_spelling drop constraint planted").update();
        }
        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.CHECKED);
        assertThat(spelt("夏侯难拼")).isZero();

        season.submit(roster);
        season.accept(roster);

        assertThat(spelt("夏侯难拼")).isOne();
    }

    private boolean isOver(UUID roster) {
        String jobs = "select count(*) = 0 from scheduled_tasks where task_instance = '" + roster + "'";
        return season.owner().sql(jobs).query(Boolean.class).single();
    }

    private int spelt(String name) {
        return season.owner()
                .sql("select count(*) from name_spelling where comparable_name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsGivenUpIsNeverReadAndItsContentIsGone(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("list.xlsx"), RosterWorkbook.of(season.person()));
        UUID roster;
        try (Turn somebodyElses = new Turn()) {
            roster = handedIn(file);
            season.clerkDoes(() -> notes.at(roster, ReadingStage.READING, 600));
            mvc.perform(get("/rosters/" + roster + "/progress").with(SignedIn.as(Role.CLERK, season.code())))
                    .andExpect(content().string(containsString("600")));
            season.clerkDoes(() -> handingIn.cancel(roster, "officer"));
        }
        mvc.perform(get("/rosters").with(SignedIn.as(Role.CLERK, season.code())))
                .andExpect(content().string(containsString("600")));
        UUID again = season.read(handedIn(file));

        assertThat(again).isNotEqualTo(roster);
        assertThat(season.roster(again).status()).isEqualTo(RosterStatus.CHECKED);
        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.CANCELLED);
        assertThat(kept(roster)).isZero();
        assertThatThrownBy(() -> season.clerkDoes(() -> handingIn.cancel(again, "officer")))
                .isInstanceOf(Refusal.class)
                .hasMessage("roster.moved-on");
        assertThat(kept(again)).isPositive();
    }

    @Test
    void ofARefusedFileStaysWhyAndNothingElse(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list.xlsx"), "姓名,证照编号\n王小明,1", StandardCharsets.UTF_8);

        UUID roster = season.read(handedIn(file));

        assertThat(season.roster(roster).status()).isEqualTo(RosterStatus.REFUSED);
        assertThat(season.clerk(() -> handingIn.refusal(roster)))
                .hasValueSatisfying(refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_A_SPREADSHEET));
        assertThat(kept(roster)).isZero();
    }

    @Test
    void aFileThatBringsTheServerDownEachTimeIsNotTriedForEver(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("list.xlsx"), RosterWorkbook.of(season.person()));
        UUID roster;
        try (Turn somebodyElses = new Turn()) {
            roster = handedIn(file);
            season.owner()
                    .sql("update roster_batch set reading_attempts = 3 where id = ?")
                    .param(roster)
                    .update();
        }

        assertThat(season.roster(season.read(roster)).status()).isEqualTo(RosterStatus.REFUSED);
    }

    @Test
    void theContentOfAListThatWasReadCannotBeDeleted() {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());
        UUID file = season.owner()
                .sql("select file_id from roster_batch where id = ?")
                .param(roster)
                .query(UUID.class)
                .single();

        season.clerkDoes(() -> new TransactionTemplate(transactions).executeWithoutResult(t -> files.forget(file)));

        assertThat(kept(roster)).isPositive();
    }

    @Test
    void aListThatTakesTooLongIsRefusedAndOneGivenUpIsLetGo() {
        UUID roster = season.uploaded(Department.CIVIL_AFFAIRS, RosterKind.FULL, season.person());

        season.clerkDoes(() -> {
            assertThatThrownBy(() -> new ReadingWithin(Duration.ZERO, notes, roster).at(ReadingStage.READING, 1))
                    .isInstanceOf(RosterFileRefused.class)
                    .hasMessage("too-slow");
            assertThatThrownBy(
                            () -> new ReadingWithin(Duration.ofMinutes(1), notes, roster).at(ReadingStage.READING, 1))
                    .as("it is no longer being read")
                    .isInstanceOf(ReadingWithin.GivenUp.class);
        });
    }

    private UUID handedIn(Path file) {
        return season.handedIn(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, file);
    }

    private long kept(UUID roster) {
        return season.owner()
                .sql(
                        """
                        select (select count(*) from roster_row where batch_id = :id)
                            + (select count(*) from roster_file_part p join roster_batch b on b.file_id = p.file_id
                                where b.id = :id)
                        """)
                .param("id", roster)
                .query(Long.class)
                .single();
    }

    /** Another server reads a list meanwhile. */
    private final class Turn implements AutoCloseable {

        private final Connection connection = database.connection();

        Turn() throws SQLException {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select pg_advisory_xact_lock(hashtext('roster-reading'))");
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
