package org.zhubao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;

/** What the catalog of the database says: which tables stand behind a wall, and what the application may do to them. */
@DatabaseTest
class WallsTests {

    /** Tables with a division's code that everybody may see, and why. */
    private static final Map<String, String> OPEN = Map.of(
            "roster_row_arriving",
            "takes rows in and shows none: they are read behind the wall of roster_row",
            "division",
            "the list of divisions itself is public",
            "authenticator",
            "is asked for a code before anybody is signed in; its secret is encrypted",
            "policy_version",
            "policies are published",
            "proposed_access",
            "tells who shall become a user or something else; holds nobody's hardship",
            "policy_publication",
            "when and by whom is public, too",
            "api_token",
            "tells who a program is, before it is signed in; holds the hash of a secret only",
            "membership",
            "tells who may sign in, before anybody is signed in; holds nobody's hardship");

    private static final String WITHOUT_WALL =
            """
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                    and (a.attname in ('county', 'region', 'division', 'township', 'prefix', 'person_id', 'person_key',
                            'file_id', 'batch_id', 'run_id', 'sheet_id')
                        or a.attname like '%cipher%' or a.attname like '%number%tail%'))
                and not (c.relrowsecurity and c.relforcerowsecurity
                    and exists (select from pg_policy p where p.polrelid = c.oid))
            """;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private JdbcClient application;

    @Test
    void everyTableWithADivisionOrPersonalDataStandsBehindAWall() {
        assertThat(tablesWithoutWall()).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
    }

    @Test
    void aNewTableThatForgetsIsFound() {
        database.sql().sql("create table forgetful (county text)").update();
        try {
            assertThat(tablesWithoutWall()).contains("forgetful");
            database.sql()
                    .sql("alter table forgetful enable row level security")
                    .update();
            assertThat(tablesWithoutWall()).as("not forced").contains("forgetful");
        } finally {
            database.sql().sql("drop table forgetful").update();
        }
    }

    @Test
    void whateverIsStoredAsBytesIsEncryptedAndSaysSoInItsNameOrIsKnownNotToBe() {
        assertThat(database.sql()
                        .sql(
                                """
                                select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
                                    and a.atttypid = 'bytea'::regtype and a.attname not like '%cipher'
                                """)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "audit_entry.hash",
                        "encryption_key.proof",
                        "roster_batch.content_sha256",
                        "roster_file.sha256",
                        "scheduled_tasks.task_data",
                        "spring_session_attributes.attribute_bytes");
    }

    @Test
    void theApplicationConnectsAsARoleThatOwnsNothingAndGoesAroundNoPolicy() {
        assertThat(application
                        .sql(
                                """
                                select current_user || ' ' || (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                                    || ' ' || (select count(*) from pg_class where relowner = pg_roles.oid)
                                    || ' ' || (select count(*) from pg_auth_members where member = pg_roles.oid)
                                from pg_roles where rolname = current_user
                                """)
                        .query(String.class)
                        .single())
                .isEqualTo("zhubao_app false 0 0");
    }

    @Test
    void thePoliciesHoldForTheOwnerToo() {
        assertThat(database.owner()
                        .sql("select count(*) from audit_entry")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql()
                        .sql(
                                "select count(*) from pg_roles where rolname = 'zhubao_owner' and (rolsuper or rolbypassrls)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** {@code changeable.txt} names each table that may be changed, and its columns where not all of them may. */
    @Test
    void onlyWhatHasToChangeMayBeChanged() throws IOException {
        List<String> found = tablesWith("update").entrySet().stream()
                .map(table -> table.getValue().isEmpty() ? table.getKey() : table.getKey() + ": " + table.getValue())
                .toList();
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(Path.of("src/test/resources/changeable.txt")));
    }

    @Test
    void whereRowsArriveTheApplicationReadsNothing() {
        assertThat(tablesWith("select")).doesNotContainKey("roster_row_arriving");
        assertThat(tablesWith("insert")).doesNotContainKey("roster_row");
    }

    @Test
    void nothingButJobsKeptAnswersAliasesFilesNotTakenAndWhatPeopleSignInWithIsEverDeleted() {
        assertThat(tablesWith("delete"))
                .containsOnlyKeys(
                        "authenticator",
                        "earlier_password",
                        "recovery_code",
                        "repeated_request",
                        "roster_alias",
                        "roster_file_part",
                        "scheduled_tasks",
                        "spring_session",
                        "spring_session_attributes");
        assertThat(tablesWith("truncate")).isEmpty();
        assertThat(tablesWith("trigger")).isEmpty();
    }

    private List<String> tablesWithoutWall() {
        return database.sql().sql(WITHOUT_WALL).query(String.class).list();
    }

    /** Tables on which the application has a privilege, with the columns where it is not the whole table. */
    private Map<String, String> tablesWith(String privilege) {
        String ofColumns = privilege.equals("update")
                ? """
                  (select string_agg(a.attname, ' ' order by a.attname) from pg_attribute a
                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                          and has_column_privilege('zhubao_app', c.oid, a.attnum, 'update'))"""
                : "null::text";
        Map<String, String> tables = new TreeMap<>();
        database.sql()
                .sql("select relname, whole, columns from (select c.relname,"
                        + " has_table_privilege('zhubao_app', c.oid, '" + privilege + "') as whole, " + ofColumns
                        + " as columns from pg_class c where c.relnamespace = 'public'::regnamespace"
                        + " and c.relkind in ('r', 'p')) t where whole or columns is not null")
                .query(row -> {
                    tables.put(row.getString("relname"), row.getBoolean("whole") ? "" : row.getString("columns"));
                });
        return tables;
    }
}
