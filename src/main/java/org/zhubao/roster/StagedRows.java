package org.zhubao.roster;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.Vault;
import org.zhubao.site.ReadAhead;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a batch on their way into the database, where nothing changes any more: COPY into the partition in which
 * rows arrive. Those whose number came before wait in a table of the transaction's own until all rows are there.
 */
@Repository
class StagedRows {

    private static final int ROWS_OF_COPY = 2048;

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final JsonMapper json;

    StagedRows(JdbcTemplate jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /**
     * Runs {@code reading}, which hands over the rows one by one, and stores each; returns what the reading returns. The
     * reading has a thread of its own and sees nothing of the transaction: it must not ask the database anything.
     *
     * @param watch what it throws undoes everything
     */
    <T> T stage(UUID batch, RosterUpload upload, Function<Consumer<CheckedRow>, T> reading, ReadingWatch watch) {
        jdbc.execute("create temporary table roster_repeated (like roster_row including defaults) on commit drop");
        T read = jdbc.execute((ConnectionCallback<T>) connection -> ReadAhead.run(
                "roster-reading",
                ROWS_OF_COPY,
                reading,
                new ArrivingRows(connection, new RowColumns(batch, upload, vault, json), watch)));
        watch.at(ReadingStage.STORING, 0);
        markRepetitions(batch, upload.kind().countsOnce());
        jdbc.update("insert into roster_row_arriving (" + RowColumns.NAMES + ") select " + RowColumns.NAMES
                + " from roster_repeated");
        jdbc.execute("analyze roster_row_arriving (batch_id)");
        return read;
    }

    /**
     * Marks rows that repeat an earlier row of the file: under another name they are rejected, with the same name and
     * identity they count once, unless each row is a payment.
     */
    private void markRepetitions(UUID batch, boolean once) {
        jdbc.update(
                """
                with same as (
                    select row_number, person_key, comparable_name, identity, name from roster_repeated
                    union all
                    select row_number, person_key, comparable_name, identity, name from roster_row
                    where batch_id = ? and acceptable and person_key in (select person_key from roster_repeated)
                ),
                seen as (
                    select row_number,
                        first_value(row_number) over person as first_row,
                        first_value(comparable_name) over person <> comparable_name as other_name,
                        first_value(name) over person as first_name,
                        row_number() over (partition by person_key, comparable_name, identity order by row_number) > 1
                            as repeated
                    from same
                    window person as (partition by person_key order by row_number)
                )
                update roster_repeated r
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
                batch,
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
