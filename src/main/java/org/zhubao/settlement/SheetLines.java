package org.zhubao.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.Run;
import org.zhubao.protection.Vault;

/** The lines of sheets, in bulk: gathered from a run by one statement, copied by another, read as a stream. */
@Repository
class SheetLines {

    private static final int FETCH_ROWS = 1000;

    /** What stands in every line, whether it charges or corrects. */
    private static final String LINES =
            """
            select row_number() over (order by d.township nulls last, p.comparable_name, p.id)::integer as sequence,
                gen_random_uuid() as entry_id, c.region, c.person_id, p.name, p.number_cipher,
                coalesce(t.name, '') as township_name,
                certificate.category as disability_category, certificate.grade as disability_grade,
                coalesce(o.paid_as, eo.paid_as) as paid_as,
                coalesce(nullif(f.clause, ''), nullif(o.clause, ''), eo.clause, '') as clause,
                coalesce(nullif(o.premium_fen, 0), eo.premium_fen) as premium_fen,
                coalesce(o.subsidy_fen, 0) - c.due_fen - (coalesce(eo.subsidy_fen, 0) - c.charged_fen)
                    as other_funds_fen,
                c.due_fen - c.charged_fen as fund_fen,
                coalesce(nullif(o.premium_fen, 0), eo.premium_fen) - coalesce(o.subsidy_fen, 0) as payable_fen,
                c.charged_fen as earlier_fen, coalesce(f.kind, 'CHARGE') as kind,
                coalesce(f.cause, 'RECOGNISED') as cause,
                case when f.remark <> '' then f.remark || '（原已结算' || to_char(c.charged_fen / 100.0, 'FM999999990.00')
                    || '元）' else '' end as remark,
                coalesce(c.death_batch, source.batch_id) as batch_id,
                case when c.death_batch is null then source.row_number else c.death_row end as row_number
            from cases c
            join person p on p.region = c.region and p.id = c.person_id
            left join settlement_following f on f.earlier_run = c.earlier_run
                and f.earlier_outcome = c.earlier_outcome and f.outcome is not distinct from c.outcome_id
                and f.dead = (c.death_batch is not null)
            left join outcome o on o.run_id = :run and o.id = c.outcome_id
            left join outcome eo on eo.run_id = c.earlier_run and eo.id = c.earlier_outcome
            left join determination d on d.benefit_year = :year and d.region = c.region and d.person_id = c.person_id
                and d.run_id = case when c.outcome_id is null then c.earlier_run else :run end
            left join division t on t.code = d.township
            left join lateral (
                select c1.attributes ->> 'category' as category, c1.attributes ->> 'grade' as grade
                from identity_claim c1
                where c1.region = c.region and c1.person_id = c.person_id
                    and c1.benefit_year = :year and c1.county = :county
                    and c1.attributes ->> 'category' is not null and c1.known_from <= :at
                    and (c1.known_to is null or c1.known_to > :at)
                order by c1.known_from, c1.id limit 1
            ) certificate on true
            left join lateral (
                select case when c2.known_to <= :at then coalesce(c2.ended_by_batch, c2.batch_id) else c2.batch_id end
                        as batch_id,
                    case when c2.known_to <= :at then null else c2.row_number end as row_number
                from identity_claim c2
                where c2.region = c.region and c2.person_id = c.person_id
                    and c2.benefit_year = :year and c2.county = :county and c2.known_from <= :at
                order by c2.identity = coalesce(o.identity, eo.identity) desc, c2.known_to nulls first, c2.known_from
                limit 1
            ) source on true
            where (c.earlier_run is null or f.kind is not null)
                and not exists (
                    select from settlement_dispute x
                    join settlement_line l on l.sheet_id = x.sheet_id and l.sequence = x.sequence
                    where x.sheet_id = :replaced and not x.stays
                        and l.region = c.region and l.person_id = c.person_id)
            """;

    private final JdbcTemplate template;
    private final NamedParameterJdbcTemplate jdbc;
    private final Vault vault;

    SheetLines(DataSource dataSource, Vault vault) {
        this.template = new JdbcTemplate(dataSource);
        this.template.setFetchSize(FETCH_ROWS);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.vault = vault;
    }

    /** A new sheet's lines as gathered. */
    record Gathered(int lines, long totalFen, String digest) {}

    /**
     * Gathers the lines of a sheet to be frozen into the transaction's temporary table {@code settlement_draft}.
     *
     * @param replaced the sheet this one replaces: whoever left that one comes with a later sheet
     */
    Gathered gather(Run run, String fund, Collection<Followed> followed, @Nullable UUID replaced) {
        template.execute(
                """
                create temporary table settlement_following (earlier_run uuid, earlier_outcome integer,
                    outcome integer, dead boolean, kind text, cause text, clause text, remark text) on commit drop
                """);
        template.batchUpdate(
                "insert into settlement_following values (?, ?, ?, ?, ?, ?, ?, ?)",
                followed.stream().map(Followed::row).toList());
        Map<String, Object> parameters = new HashMap<>(SheetCases.parameters(run, fund));
        parameters.put("replaced", new SqlParameterValue(Types.OTHER, replaced));
        jdbc.update(
                "create temporary table settlement_draft on commit drop as " + SheetCases.CASES + LINES, parameters);
        return jdbc.queryForObject(
                "select count(*) as lines, coalesce(sum(fund_fen), 0) as total from settlement_draft",
                Map.of(),
                (row, n) -> new Gathered(row.getInt("lines"), row.getLong("total"), digestOfDraft()));
    }

    /** What was decided about a group of people whom an earlier sheet charged. */
    record Followed(SheetCases.Group group, EntryKind kind, Cause cause, String clause) {

        Object[] row() {
            return new Object[] {
                group.earlierRun(),
                group.earlierOutcome(),
                group.outcome(),
                group.dead(),
                kind.name(),
                cause.name(),
                clause,
                kind.remark() + (cause == Cause.DEATH ? "：待遇开始前死亡" : cause == Cause.REMOVAL ? "：待遇开始前取消认定" : "")
            };
        }
    }

    /** Copies the gathered lines into the sheet for good. */
    void store(UUID sheet, Run run, String fund) {
        jdbc.update(
                """
                insert into settlement_line (sheet_id, county, benefit_year, fund, sequence, region, person_id, name,
                    number_cipher, township_name, disability_category, disability_grade, paid_as, clause, premium_fen,
                    other_funds_fen, fund_fen, payable_fen, remark, kind, cause, earlier_fen, entry_id, batch_id, row_number)
                select :sheet, :county, :year, :fund, sequence, region, person_id, name, number_cipher, township_name,
                    disability_category, disability_grade, paid_as, clause, premium_fen, other_funds_fen, fund_fen,
                    payable_fen, remark, kind, cause, earlier_fen, entry_id, batch_id, row_number
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
