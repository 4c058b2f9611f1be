package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.account.Membership;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.account.SystemWork;
import org.zhubao.division.Department;
import org.zhubao.division.Scope;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.SmallSeason;
import org.zhubao.support.SmallSeason.Someone;

/** Two counties of one city, a season played in each: who sees which rows, asked of the database itself. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=scopes")
class ScopeTests {

    private static final String EAST = "510402";
    private static final String WEST = "510403";
    private static final Someone IN_EAST = Someone.of("张东", "001", 0);
    private static final Someone IN_EAST_TOO = Someone.of("李东", "002", 1);
    private static final Someone IN_BOTH = Someone.of("王两", "003", 0);
    private static final Someone IN_WEST = Someone.of("赵西", "004", 0);

    private static final List<String> TABLES_WITH_COUNTY = List.of(
            "roster_file",
            "roster_batch",
            "roster_row",
            "identity_claim",
            "determination_run",
            "outcome",
            "outcome_share",
            "determination",
            "settlement_number",
            "settlement_sheet",
            "settlement_line");

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private JdbcClient application;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SmallSeason season;

    @BeforeEach
    void aSeasonInEachCounty() {
        if (database.sql()
                        .sql("select count(*) from person")
                        .query(Integer.class)
                        .single()
                == 0) {
            season.play(EAST, IN_EAST, IN_EAST_TOO, IN_BOTH);
            season.play(WEST, IN_BOTH, IN_WEST);
        }
    }

    @Test
    void withoutAUserNothingIsSeen() {
        assertThat(counts("")).as("outside a transaction").allSatisfy((table, rows) -> assertThat(rows)
                .isZero());
        assertThat(inTransaction(() -> counts("")))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(persons(null, "")).isEmpty();
    }

    @Test
    void eachCountySeesItsOwnRowsAllOfThemAndNoneOfTheOthers() {
        for (String county : List.of(EAST, WEST)) {
            String own = " where county = '" + county + "'";
            Map<String, Integer> seen = as(Role.CLERK, county, () -> counts(""));
            assertThat(seen).allSatisfy((table, rows) -> {
                assertThat(rows).as(table).isPositive().isEqualTo(behind(table, own));
                assertThat(behind(table, "")).as("the others have some, too").isGreaterThan(rows);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "identity_claim", "roster_row", "determined", "outcome", "outcome_share"})
    void theShortWayThroughAWallShowsAWholeCountyWhatTheLongOneDoesAndNobodyElse(String table) {
        String whole = " where current_setting('zhubao.county', true) = '" + EAST + "'";
        int seen = as(Role.CLERK, EAST, () -> count(table, whole));
        assertThat(seen).isPositive().isEqualTo(as(Role.CLERK, EAST, () -> countTheLongWay(table)));
        assertThat(as(Role.TOWNSHIP_OFFICER, EAST + "001", () -> count(table, whole)))
                .isEqualTo(as(Membership.officerOf(Department.CIVIL_AFFAIRS, EAST), () -> count(table, whole)))
                .isEqualTo(as(Role.ADMINISTRATOR, EAST, () -> count(table, whole)))
                .isZero();
    }

    @Test
    void theCityAndAnAuditorSeeBoth() {
        assertThat(as(Role.CLERK, "5104", () -> counts("")))
                .allSatisfy((table, rows) -> assertThat(rows).isEqualTo(behind(table, "")));
        assertThat(persons(Role.AUDITOR, "")).containsExactlyInAnyOrder("张东", "李东", "王两", "赵西");
    }

    @Test
    void aPersonIsSeenByEveryCountyThatListsThem() {
        assertThat(persons(Role.CLERK, EAST)).containsExactlyInAnyOrder("张东", "李东", "王两");
        assertThat(persons(Role.CLERK, WEST)).containsExactlyInAnyOrder("王两", "赵西");
        assertThat(behind("person", " where name = '王两'"))
                .as("one person in the region")
                .isEqualTo(1);
        assertThat(behind("settlement_line", " where name = '王两'")).isEqualTo(2);
    }

    @Test
    void aTownshipOfficerSeesTheTownshipsPeopleAndWhatIsClaimedOfThemOnly() {
        assertThat(persons(Role.TOWNSHIP_OFFICER, "510402001")).containsExactlyInAnyOrder("张东", "王两");
        assertThat(persons(Role.TOWNSHIP_OFFICER, "510403001")).containsExactlyInAnyOrder("王两", "赵西");
        assertThat(as(Role.TOWNSHIP_OFFICER, "510402001", () -> count("identity_claim", "")))
                .isEqualTo(2);
        assertThat(as(Role.TOWNSHIP_OFFICER, "510402001", () -> count("roster_row", "")))
                .isEqualTo(2);
        assertThat(as(Role.TOWNSHIP_OFFICER, "510402002", () -> count("identity_claim", "")))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roster_file_part",
                "determination_run",
                "determination",
                "outcome",
                "outcome_share",
                "settlement_number",
                "settlement_sheet",
                "settlement_line"
            })
    void aTownshipOfficerSeesNoFilesRunsOrAmounts(String table) {
        assertThat(as(Role.CLERK, EAST, () -> count(table, ""))).isPositive();
        assertThat(as(Role.TOWNSHIP_OFFICER, EAST + "001", () -> count(table, "")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"roster_file", "roster_file_part", "roster_batch", "roster_row", "identity_claim", "person"})
    void aDepartmentsOfficerSeesTheDepartmentsListsAndPeopleOnly(String table) {
        int all = as(Role.CLERK, EAST, () -> count(table, ""));

        assertThat(as(Membership.officerOf(Department.CIVIL_AFFAIRS, EAST), () -> count(table, "")))
                .isPositive()
                .isEqualTo(all);
        assertThat(as(Membership.officerOf(Department.HEALTH, EAST), () -> count(table, "")))
                .isZero();
    }

    @Test
    void aDepartmentsOfficerPutsNothingIntoAnotherDepartmentsName() {
        assertThatThrownBy(() -> as(Membership.officerOf(Department.HEALTH, EAST), () -> application
                        .sql("insert into roster_file (id, county, department, sha256, name, size_bytes)"
                                + " values (gen_random_uuid(), ?, 'civil-affairs', sha256('x'), 'x', 1)")
                        .param(EAST)
                        .update()))
                .hasStackTraceContaining("violates row-level security policy");
    }

    @Test
    void anAdministratorSeesNobody() {
        assertThat(as(Role.ADMINISTRATOR, "", () -> counts("")))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(persons(Role.ADMINISTRATOR, "")).isEmpty();
    }

    @Test
    void theProductsOwnWorkSeesTheScopeItNames() {
        assertThat(SystemWork.DETERMINATION.within(new Scope(WEST), () -> inTransaction(() -> count("person", ""))))
                .isEqualTo(2);
        assertThat(inTransaction(() -> count("person", ""))).as("nothing after").isZero();
    }

    @Test
    void ownWorkDoesNotWidenATransactionThatHasBegun() {
        assertThatThrownBy(() -> inTransaction(
                        () -> SystemWork.DETERMINATION.within(Scope.EVERYWHERE, () -> count("person", ""))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aConnectionGoesBackToThePoolWithoutAScope() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            Callable<Integer> seen = () -> count("settlement_sheet", "") + count("person", "");
            Callable<Integer> seenByClerk = () -> as(Role.CLERK, EAST, () -> count("settlement_sheet", ""));
            for (Future<Integer> done : threads.invokeAll(Collections.nCopies(100, seenByClerk))) {
                assertThat(done.get()).isEqualTo(1);
            }
            for (Future<Integer> done : threads.invokeAll(Collections.nCopies(100, seen))) {
                assertThat(done.get()).isZero();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void nobodyWritesIntoAnotherCounty() {
        assertThatThrownBy(() -> as(Role.CLERK, EAST, () -> application
                        .sql("insert into roster_file (id, county, department, sha256, name, size_bytes)"
                                + " values (gen_random_uuid(), ?, 'civil-affairs', sha256('x'), 'x', 1)")
                        .param(WEST)
                        .update()))
                .hasStackTraceContaining("violates row-level security policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update roster_row set acceptable = true",
                "update outcome set subsidy_fen = 0",
                "update settlement_line set name = 'x'",
                "update identity_claim set identity = 'orphan'",
                "update audit_entry set who = 'x'",
                "delete from audit_entry",
                "delete from identity_claim",
                "truncate settlement_sheet",
                "alter table person disable row level security",
                "drop policy scope on person",
                "set role zhubao_owner"
            })
    void whatHasBeenSaidStaysSaid(String statement) {
        assertThatThrownBy(() ->
                        as(Role.CLERK, EAST, () -> application.sql(statement).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageFindingMatch("permission denied|must be owner");
    }

    private List<String> persons(Role role, String prefix) {
        var names = application.sql("select name from person").query(String.class);
        return role == null ? inTransaction(names::list) : as(role, prefix, names::list);
    }

    private Map<String, Integer> counts(String condition) {
        Map<String, Integer> counts = new HashMap<>();
        TABLES_WITH_COUNTY.forEach(table -> counts.put(table, count(table, condition)));
        return counts;
    }

    private int count(String table, String condition) {
        return application
                .sql("select count(*) from " + table + condition)
                .query(Integer.class)
                .single();
    }

    private int countTheLongWay(String table) {
        application.sql("set local zhubao.county = ''").update();
        return count(table, "");
    }

    private int behind(String table, String condition) {
        return database.sql()
                .sql("select count(*) from " + table + condition)
                .query(Integer.class)
                .single();
    }

    private <T> T as(Role role, String prefix, Supplier<T> work) {
        return as(Membership.of(role, prefix), work);
    }

    private <T> T as(Membership membership, Supplier<T> work) {
        return SignedIn.doing(membership, () -> inTransaction(work));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }
}
