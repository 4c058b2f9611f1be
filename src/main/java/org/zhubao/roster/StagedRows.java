package org.zhubao.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;
import org.zhubao.roster.CopyWriter.Json;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a batch on their way into the database: COPY into a table of the transaction's own, then what only the
 * whole file can tell, then into {@code roster_row}, where nothing changes any more. (PostgreSQL does not COPY into
 * tables under row-level security.)
 */
@Repository
class StagedRows {

    private static final String COLUMNS =
            """
            county, benefit_year, batch_id, row_number, person_key, number_cipher, number_tail, name,
            comparable_name, birth_date, male, identity, attributes, township, township_name, village, household,
            recognised_on, expires_on, died_on, raw_cipher, problems, acceptable, enters_register""";

    private static final Json NO_ATTRIBUTES = new Json(new byte[] {'{', '}'});
    private static final Json NO_PROBLEMS = new Json(new byte[] {'[', ']'});

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final JsonMapper json;

    StagedRows(JdbcTemplate jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** What stood in the file, kept encrypted: number and identity as written, and all cells of the row. */
    record Written(String number, String identity, List<String> cells) {}

    /**
     * Runs {@code reading}, which hands over the rows one by one, and stores each; returns what the reading returns. The
     * reading has a thread of its own and sees nothing of the transaction: it must not ask the database anything.
     *
     * @param watch what it throws undoes everything
     */
    <T> T stage(UUID batch, RosterUpload upload, Function<Consumer<CheckedRow>, T> reading, ReadingWatch watch) {
        jdbc.execute("create temporary table roster_staging (like roster_row including defaults) on commit drop");
        T read = jdbc.execute((ConnectionCallback<T>) connection -> copy(connection, batch, upload, reading, watch));
        watch.at(ReadingStage.STORING, 0);
        jdbc.execute("analyze roster_staging");
        markRepetitions(upload.kind().countsOnce());
        jdbc.update("insert into roster_row (" + COLUMNS + ") select " + COLUMNS + " from roster_staging");
        return read;
    }

    private <T> T copy(
            Connection connection,
            UUID batch,
            RosterUpload upload,
            Function<Consumer<CheckedRow>, T> reading,
            ReadingWatch watch)
            throws SQLException {
        try (CopyWriter copy = new CopyWriter(connection, "roster_staging", COLUMNS)) {
            return ReadAhead.run(
                    reading,
                    row -> write(copy, batch, upload, row),
                    rows -> watch.at(rows == 0 ? ReadingStage.LOOKING : ReadingStage.READING, rows));
        }
    }

    private void write(CopyWriter copy, UUID batch, RosterUpload upload, CheckedRow row) {
        IdNumber number = row.number();
        boolean waits = row.problems().stream().anyMatch(p -> p.code().severity() == ProblemCode.Severity.WAITS);
        copy.row(
                upload.county().code(),
                upload.benefitYear(),
                batch,
                row.rowNumber(),
                number == null ? null : vault.personKey(number),
                number == null ? null : vault.encrypt(number),
                number == null ? null : number.lastFour(),
                row.name(),
                row.comparableName(),
                number == null ? null : number.birthDate(),
                number == null ? null : number.isMale(),
                row.identity(),
                json(HouseholdNumbers.keyed(row.attributes(), vault)),
                row.township(),
                row.townshipName(),
                row.village(),
                row.household(),
                row.recognisedOn(),
                row.expiresOn(),
                row.diedOn(),
                vault.encrypt(
                        json.writeValueAsBytes(new Written(row.writtenNumber(), row.writtenIdentity(), row.raw()))),
                problems(row.problems()),
                row.acceptable(),
                row.acceptable() && !waits && number != null);
    }

    private Json json(Map<String, String> attributes) {
        return attributes.isEmpty() ? NO_ATTRIBUTES : new Json(json.writeValueAsBytes(attributes));
    }

    private Json problems(List<RowProblem> problems) {
        return problems.isEmpty()
                ? NO_PROBLEMS
                : new Json(json.writeValueAsBytes(problems.stream()
                        .map(p -> Map.of(
                                "code", p.code().number(),
                                "column", p.column().name(),
                                "arguments", p.arguments()))
                        .toList()));
    }

    /**
     * Marks rows that repeat an earlier row of the file: under another name they are rejected, with the same name and
     * identity they count once, unless each row is a payment. Only the few numbers that occur again are put in order.
     */
    private void markRepetitions(boolean once) {
        jdbc.update(
                """
                with seen as (
                    select row_number,
                        first_value(row_number) over person as first_row,
                        first_value(comparable_name) over person <> comparable_name as other_name,
                        first_value(name) over person as first_name,
                        row_number() over (partition by person_key, comparable_name, identity order by row_number) > 1
                            as repeated
                    from roster_staging
                    where acceptable and person_key in (
                        select person_key from roster_staging
                        where person_key is not null and acceptable group by person_key having count(*) > 1)
                    window person as (partition by person_key order by row_number)
                )
                update roster_staging r
                set problems = problems || jsonb_build_array(jsonb_build_object(
                        'code', case when other_name then ?::int else ?::int end,
                        'column', 'ID_NUMBER',
                        'arguments', case when other_name then jsonb_build_array(first_row::text, first_name)
                            else jsonb_build_array(first_row::text) end)),
                    acceptable = not other_name,
                    enters_register = enters_register and not other_name and not ?
                from seen
                where r.row_number = seen.row_number and (other_name or repeated)
                """,
                ProblemCode.SAME_NUMBER_OTHER_NAME.number(),
                (once ? ProblemCode.DUPLICATE_IN_FILE : ProblemCode.REPEATED_PAYMENT).number(),
                once);
    }

    RowCounts count(UUID batch) {
        return jdbc.queryForObject(
                """
                select count(*) as read,
                    count(*) filter (where acceptable) as acceptable,
                    count(*) filter (where not acceptable) as rejected,
                    count(*) filter (where acceptable and person_key is null) as waiting
                from roster_row where batch_id = ?
                """,
                (row, n) -> new RowCounts(
                        row.getInt("read"), row.getInt("acceptable"), row.getInt("rejected"), row.getInt("waiting")),
                batch);
    }
}
