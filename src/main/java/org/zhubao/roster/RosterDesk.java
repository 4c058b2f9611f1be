package org.zhubao.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.division.Department;

/** What the screens show of rosters. Reads only. */
@Repository
@Transactional(readOnly = true)
public class RosterDesk {

    private static final String SUMMARY =
            "select b.*, f.name as file_name from roster_batch b join roster_file f on f.id = b.file_id ";

    private final JdbcClient jdbc;
    private final RowViews views;

    RosterDesk(JdbcClient jdbc, RowViews views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    /** The rosters of a county and year, the newest first; of one department when it is given. */
    public List<RosterSummary> list(String county, int benefitYear, @Nullable Department department) {
        return jdbc.sql(
                        SUMMARY
                                + """
                        where b.county = :county and b.benefit_year = :year
                            and (:department::text is null or b.department = :department)
                        order by b.uploaded_at desc, b.id
                        """)
                .param("county", county)
                .param("year", benefitYear)
                .param("department", department == null ? null : department.code())
                .query((row, n) -> summary(row))
                .list();
    }

    /** The benefit years for which a county has any roster. */
    public List<Integer> yearsWithRosters(String county) {
        return jdbc.sql("select distinct benefit_year from roster_batch where county = ?")
                .param(county)
                .query(Integer.class)
                .list();
    }

    public Optional<RosterSummary> find(UUID id) {
        return jdbc.sql(SUMMARY + "where b.id = ?")
                .param(id)
                .query((row, n) -> summary(row))
                .optional();
    }

    /** The names of the files that batches came from, by batch. */
    public Map<UUID, String> fileNames(List<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SUMMARY + "where b.id in (:ids)").param("ids", ids).query(row -> {
                names.put(row.getObject("id", UUID.class), row.getString("file_name"));
            });
        }
        return names;
    }

    /** What is wrong, by what to do about it: what rejects rows first, then the most frequent. */
    public List<ProblemGroup> problems(UUID id) {
        return jdbc
                .sql(
                        """
                        select code, sum(rows) as rows from (
                            select (p ->> 'code')::integer as code, count(distinct row_number) as rows
                            from roster_row cross join jsonb_array_elements(problems) p
                            where batch_id = :id and problems <> '[]'
                            group by 1
                            union all
                            select code, count(*) from roster_finding where batch_id = :id group by 1) found
                        group by 1
                        """)
                .param("id", id)
                .query((row, n) -> new ProblemGroup(ProblemCode.ofNumber(row.getInt("code")), row.getInt("rows")))
                .list()
                .stream()
                .sorted(Comparator.comparing((ProblemGroup g) -> g.code().severity())
                        .thenComparing(ProblemGroup::rows, Comparator.reverseOrder())
                        .thenComparing(ProblemGroup::code))
                .toList();
    }

    /** Empty when it is the first upload of its kind, or the one before had no findings. */
    public Optional<RosterProgress> progress(RosterSummary roster) {
        return jdbc.sql(
                        """
                        with earlier as (
                            select b.id, f.name from roster_batch b join roster_file f on f.id = b.file_id
                            where b.county = :county and b.benefit_year = :year and b.department = :department
                                and b.kind = :kind and b.uploaded_at < :uploaded
                                and b.status not in ('READING', 'REFUSED', 'CANCELLED')
                            order by b.uploaded_at desc limit 1
                        ),
                        was as (
                            select r.comparable_name, p ->> 'code' as code, count(*) as n
                            from roster_row r join earlier e on r.batch_id = e.id
                            cross join jsonb_array_elements(r.problems) p where r.problems <> '[]' group by 1, 2
                        ),
                        found as (
                            select r.comparable_name, p ->> 'code' as code, count(*) as n
                            from roster_row r cross join jsonb_array_elements(r.problems) p
                            where r.batch_id = :roster and r.problems <> '[]' group by 1, 2
                        )
                        select (select name from earlier) as file,
                            coalesce(sum(greatest(coalesce(w.n, 0) - coalesce(f.n, 0), 0)), 0) as solved,
                            coalesce(sum(least(w.n, f.n)) filter (where w.n is not null and f.n is not null), 0) as staying,
                            coalesce(sum(greatest(coalesce(f.n, 0) - coalesce(w.n, 0), 0)), 0) as appeared,
                            count(w.n) as before
                        from was w full join found f using (comparable_name, code)
                        """)
                .param("county", roster.county())
                .param("year", roster.benefitYear())
                .param("department", roster.department().code())
                .param("kind", roster.kind().name())
                .param("uploaded", Timestamp.from(roster.uploadedAt()))
                .param("roster", roster.id())
                .query((row, n) -> row.getInt("before") == 0
                        ? Optional.<RosterProgress>empty()
                        : Optional.of(new RosterProgress(
                                row.getString("file"),
                                row.getInt("solved"),
                                row.getInt("staying"),
                                row.getInt("appeared"))))
                .single();
    }

    /** Wordings of identities that nobody knows yet, the most frequent first. */
    public List<UnknownWording> unknownWordings(UUID id) {
        return jdbc.sql(
                        """
                        select p -> 'arguments' ->> 0 as wording, count(*) as rows
                        from roster_row cross join jsonb_array_elements(problems) p
                        where batch_id = ? and problems <> '[]' and (p ->> 'code')::integer = ?
                        group by 1 order by 2 desc, 1
                        """)
                .params(id, ProblemCode.UNKNOWN_IDENTITY.number())
                .query((row, n) -> new UnknownWording(row.getString("wording"), row.getInt("rows")))
                .list();
    }

    /**
     * Which rows to show.
     *
     * @param code rows with this problem only; null for every problem that asks for anything: who is on another
     *     department's list, too, is asked for by its code
     * @param all rows without problems, too
     */
    public record RowFilter(@Nullable ProblemCode code, boolean all) {

        private static final String FOUND_LATER =
                " or row_number = any (array(select f.row_number from roster_finding f where f.batch_id = :id %s)))";

        String condition() {
            if (code != null) {
                return " and (problems @> jsonb_build_array(jsonb_build_object('code', " + code.number() + "))"
                        + FOUND_LATER.formatted("and f.code = " + code.number());
            }
            return all
                    ? ""
                    : " and (problems <> '[]'"
                            + FOUND_LATER.formatted("and f.code <> " + ProblemCode.ON_ANOTHER_LIST.number());
        }
    }

    public int countRows(UUID id, RowFilter filter) {
        return jdbc.sql("select count(*) from roster_row where batch_id = :id" + filter.condition())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Rows in the file's order. */
    public List<RowView> rows(UUID id, RowFilter filter, long offset, int limit) {
        return jdbc.sql(RowViews.ROWS + "where r.batch_id = :id" + filter.condition()
                        + " order by r.row_number offset :offset limit :limit")
                .param("id", id)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> views.view(row))
                .list();
    }

    /** What is to be done about each row that has anything wrong, by the spreadsheet's row number. */
    Map<Integer, List<RowProblem>> problemsByRow(UUID id) {
        Map<Integer, List<RowProblem>> rows = new HashMap<>();
        jdbc.sql(
                        """
                        select row_number, problems from roster_row where batch_id = :id and problems <> '[]'
                        union all
                        select row_number, jsonb_agg(problem order by code) from roster_finding
                        where batch_id = :id and code <> :nothingToDo group by 1
                        """)
                .param("id", id)
                .param("nothingToDo", ProblemCode.ON_ANOTHER_LIST.number())
                .query(row -> {
                    rows.computeIfAbsent(row.getInt("row_number"), n -> new ArrayList<>())
                            .addAll(views.problems(row.getString("problems")));
                });
        return rows;
    }

    private static RosterSummary summary(ResultSet row) throws SQLException {
        return new RosterSummary(
                row.getObject("id", UUID.class),
                row.getString("county"),
                row.getInt("benefit_year"),
                Department.ofCode(row.getString("department")).orElseThrow(),
                RosterKind.valueOf(row.getString("kind")),
                RosterStatus.valueOf(row.getString("status")),
                ReadingStage.valueOf(row.getString("reading_stage")),
                row.getString("file_name"),
                row.getString("sheet_name"),
                row.getInt("header_row"),
                row.getString("skipped_sheets"),
                row.getInt("skipped_hidden_rows"),
                row.getString("skipped_columns"),
                row.getInt("filled_cells"),
                new RowCounts(
                        row.getInt("rows_read"),
                        row.getInt("rows_acceptable"),
                        row.getInt("rows_rejected"),
                        row.getInt("rows_waiting")),
                changesWhenRead(row),
                row.getString("uploaded_by"),
                instant(row, "uploaded_at"),
                row.getString("submitted_by"),
                instant(row, "submitted_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("decision_reason"),
                row.getString("first_accepted_by"),
                row.getString("withdrawn_by"),
                instant(row, "withdrawn_at"),
                row.getString("withdrawal_reason"));
    }

    private static @Nullable ChangesWhenRead changesWhenRead(ResultSet row) throws SQLException {
        int added = row.getInt("added_when_read");
        return row.wasNull()
                ? null
                : new ChangesWhenRead(added, row.getInt("changed_when_read"), row.getInt("cancelled_when_read"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
