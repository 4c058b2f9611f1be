package org.zhubao.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.Vault;

/** The lines of sheets, in bulk: copied for good by one statement, read as a stream. */
@Repository
class SheetLines {

    private static final int FETCH_ROWS = 1000;

    private final NamedParameterJdbcTemplate jdbc;
    private final Vault vault;

    SheetLines(DataSource dataSource, Vault vault) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_ROWS);
        this.jdbc = new NamedParameterJdbcTemplate(streaming);
        this.vault = vault;
    }

    /** A new sheet's lines as gathered. */
    record Gathered(int lines, long totalFen, String digest) {}

    Gathered gathered() {
        return jdbc.queryForObject(
                "select count(*) as lines, coalesce(sum(fund_fen), 0) as total from settlement_draft",
                Map.of(),
                (row, n) -> new Gathered(row.getInt("lines"), row.getLong("total"), digestOfDraft()));
    }

    /** Copies the gathered lines into the sheet for good. */
    void store(Sheet sheet) {
        jdbc.update(
                """
                insert into settlement_line (sheet_id, county, benefit_year, fund, sequence, region, person_id, name,
                    number_cipher, township_name, disability_category, disability_grade, paid_as, clause, premium_fen,
                    other_funds_fen, fund_fen, payable_fen, remark, kind, cause, earlier_fen, entry_id, batch_id, row_number,
                    creditor, decision_id)
                select :sheet, :county, :year, :fund, sequence, region, person_id, name, number_cipher, township_name,
                    disability_category, disability_grade, paid_as, clause, premium_fen, other_funds_fen, fund_fen,
                    payable_fen, remark, kind, cause, earlier_fen, entry_id, batch_id, row_number, creditor, decision_id
                from settlement_draft
                """,
                Map.of(
                        "sheet", sheet.id(),
                        "county", sheet.county(),
                        "year", sheet.benefitYear(),
                        "fund", sheet.fund()));
    }

    /** The lines of a frozen sheet in their order. Needs a transaction while it is read, and closing. */
    Stream<SheetLine> of(UUID sheet) {
        return jdbc.queryForStream(
                "select * from settlement_line where sheet_id = :sheet order by sequence",
                Map.of("sheet", sheet),
                (row, n) -> line(row));
    }

    List<SheetLine> some(UUID sheet, long offset, int limit) {
        return jdbc.query(
                "select * from settlement_line where sheet_id = :sheet order by sequence offset :offset limit :limit",
                Map.of("sheet", sheet, "offset", offset, "limit", limit),
                (row, n) -> line(row));
    }

    /** SHA-256 over the lines gathered for a new sheet. */
    private String digestOfDraft() {
        try (Stream<SheetLine> lines = jdbc.queryForStream(
                "select * from settlement_draft order by sequence", Map.of(), (row, n) -> line(row))) {
            return LinesDigest.of(lines);
        }
    }

    String digestOf(UUID sheet) {
        try (Stream<SheetLine> lines = of(sheet)) {
            return LinesDigest.of(lines);
        }
    }

    private SheetLine line(ResultSet row) throws SQLException {
        return new SheetLine(
                row.getInt("sequence"),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")).full(),
                row.getString("township_name"),
                DisabilityWords.category(row.getString("disability_category")),
                DisabilityWords.grade(row.getString("disability_grade")),
                row.getString("paid_as"),
                row.getString("clause"),
                row.getLong("premium_fen"),
                row.getLong("other_funds_fen"),
                row.getLong("fund_fen"),
                row.getLong("payable_fen"),
                row.getString("remark"));
    }
}
