package org.zhubao.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.Run;
import org.zhubao.protection.Vault;

/** The lines of sheets, in bulk: gathered from a run by one statement, copied by another, read as a stream. */
@Repository
class SheetLines {

    private static final int FETCH_ROWS = 1000;

    private static final String LINES_OF_RUN =
            """
            from determination d
            join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
            join outcome_share s on s.run_id = d.run_id and s.outcome_id = d.outcome_id and s.fund = :fund
            where d.benefit_year = :year and d.county = :county and d.run_id = :run
            """;

    private static final String CHARGED_BEFORE =
            """
            exists (select 1 from settlement_line l
                where l.region = d.region and l.benefit_year = d.benefit_year and l.county = d.county
                    and l.fund = :fund and l.person_id = d.person_id)
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final Vault vault;

    SheetLines(DataSource dataSource, Vault vault) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_ROWS);
        this.jdbc = new NamedParameterJdbcTemplate(streaming);
        this.vault = vault;
    }

    /** How much a sheet would charge. */
    record Sums(int persons, long totalFen, int settledBefore) {}

    Sums sums(Run run, String fund) {
        return jdbc.queryForObject(
                "select count(*) filter (where not charged) as persons,"
                        + " coalesce(sum(amount_fen) filter (where not charged), 0) as total_fen,"
                        + " count(*) filter (where charged) as settled"
                        + " from (select s.amount_fen, " + CHARGED_BEFORE + " as charged " + LINES_OF_RUN + ") x",
                parameters(run, fund),
                (row, n) -> new Sums(row.getInt("persons"), row.getLong("total_fen"), row.getInt("settled")));
    }

    /** Gathers the lines of a sheet to be frozen into the transaction's temporary table {@code settlement_draft}. */
    void gather(Run run, String fund) {
        jdbc.update(
                """
                create temporary table settlement_draft on commit drop as
                select row_number() over (order by d.township nulls last, p.comparable_name, p.id)::integer as sequence,
                    d.region, d.person_id, p.name, p.number_cipher, coalesce(t.name, '') as township_name,
                    certificate.category as disability_category, certificate.grade as disability_grade,
                    o.paid_as, o.clause, o.premium_fen, o.subsidy_fen - s.amount_fen as other_funds_fen,
                    s.amount_fen as fund_fen, o.payable_fen, '' as remark
                """
                        + LINES_OF_RUN.replace(
                                "where d.benefit_year",
                                """
                                        join person p on p.region = d.region and p.id = d.person_id
                                        left join division t on t.code = d.township
                                        left join lateral (
                                            select c.attributes ->> 'category' as category,
                                                c.attributes ->> 'grade' as grade
                                            from identity_claim c
                                            where c.region = d.region and c.person_id = d.person_id
                                                and c.benefit_year = d.benefit_year and c.county = d.county
                                                and c.attributes ->> 'category' is not null and c.known_from <= :at
                                                and (c.known_to is null or c.known_to > :at)
                                            order by c.known_from, c.id limit 1
                                        ) certificate on true
                                        where d.benefit_year""")
                        + " and not " + CHARGED_BEFORE,
                parameters(run, fund));
    }

    private static Map<String, Object> parameters(Run run, String fund) {
        return Map.of(
                "county", run.county(),
                "year", run.benefitYear(),
                "run", run.id(),
                "fund", fund,
                "at", Timestamp.from(run.asKnownOn()));
    }

    /** Copies the gathered lines into the sheet for good. */
    void store(UUID sheet, Run run, String fund) {
        jdbc.update(
                """
                insert into settlement_line (sheet_id, county, benefit_year, fund, sequence, region, person_id, name,
                    number_cipher, township_name, disability_category, disability_grade, paid_as, clause, premium_fen,
                    other_funds_fen, fund_fen, payable_fen, remark)
                select :sheet, :county, :year, :fund, sequence, region, person_id, name, number_cipher, township_name,
                    disability_category, disability_grade, paid_as, clause, premium_fen, other_funds_fen, fund_fen,
                    payable_fen, remark
                from settlement_draft
                """,
                Map.of("sheet", sheet, "county", run.county(), "year", run.benefitYear(), "fund", fund));
    }

    /** The lines of a frozen sheet in their order. Needs a transaction while it is read, and closing. */
    Stream<SheetLine> of(UUID sheet) {
        return jdbc.queryForStream(
                "select * from settlement_line where sheet_id = :sheet order by sequence",
                Map.of("sheet", sheet),
                (row, n) -> line(row));
    }

    /** SHA-256 over the lines gathered for a new sheet. */
    String digestOfDraft() {
        try (Stream<SheetLine> lines = jdbc.queryForStream(
                "select * from settlement_draft order by sequence", Map.of(), (row, n) -> line(row))) {
            return digest(lines);
        }
    }

    String digestOf(UUID sheet) {
        try (Stream<SheetLine> lines = of(sheet)) {
            return digest(lines);
        }
    }

    private static String digest(Stream<SheetLine> lines) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> sha256.update(String.join(
                            "\u001f",
                            String.valueOf(line.sequence()),
                            line.name(),
                            line.idNumber(),
                            line.townshipName(),
                            String.valueOf(line.disabilityCategory()),
                            String.valueOf(line.disabilityGrade()),
                            line.paidAs(),
                            line.clause(),
                            String.valueOf(line.premiumFen()),
                            String.valueOf(line.medicalAssistanceFen()),
                            String.valueOf(line.fundFen()),
                            String.valueOf(line.payableFen()),
                            line.remark(),
                            "\n")
                    .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
