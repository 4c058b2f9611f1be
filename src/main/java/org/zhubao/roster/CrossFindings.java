package org.zhubao.roster;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.Vault;
import tools.jackson.databind.json.JsonMapper;

/** What was found about stored rows, which themselves do not change any more. */
@Repository
public class CrossFindings {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    CrossFindings(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /**
     * A number that cannot be, as it stands in the file.
     *
     * @param name in the form in which spellings are compared
     */
    public record Mistyped(int row, String name, String number) {

        /** Names neither the person nor the number. */
        @Override
        public String toString() {
            return "row " + row;
        }
    }

    /** The rows of a list whose number has a wrong check character; at most {@code limit}. */
    public List<Mistyped> mistyped(UUID roster, int limit) {
        return jdbc.sql(
                        """
                        select row_number, comparable_name, raw_cipher from roster_row
                        where batch_id = :id and problems <> '[]' and raw_cipher is not null and comparable_name <> ''
                            and problems @> jsonb_build_array(jsonb_build_object('code', :code::int))
                            and not problems @> jsonb_build_array(jsonb_build_object('code', :known::int))
                        order by row_number limit :limit
                        """)
                .param("id", roster)
                .param("code", ProblemCode.WRONG_CHECK_CHARACTER.number())
                .param("known", ProblemCode.NEARLY_KNOWN_NUMBER.number())
                .param("limit", limit)
                .query((row, n) -> new Mistyped(
                        row.getInt("row_number"),
                        row.getString("comparable_name"),
                        json.readValue(vault.decryptText(row.getBytes("raw_cipher")), RowColumns.Written.class)
                                .number()))
                .list();
    }

    public void add(UUID roster, int row, RowProblem problem) {
        jdbc.sql(
                        """
                        insert into roster_finding (county, benefit_year, batch_id, row_number, code, problem)
                        select county, benefit_year, id, :row, :code, :problem::jsonb from roster_batch where id = :id
                        """)
                .param("id", roster)
                .param("row", row)
                .param("code", problem.code().number())
                .param(
                        "problem",
                        json.writeValueAsString(Map.of(
                                "code", problem.code().number(),
                                "column", problem.column().name(),
                                "arguments", problem.arguments())))
                .update();
    }
}
