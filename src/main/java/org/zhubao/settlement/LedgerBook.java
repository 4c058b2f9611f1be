package org.zhubao.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;

/** The ledger as it is read: what each fund bears, has paid and owes, and the entries behind it. */
@Service
@Transactional(readOnly = true)
public class LedgerBook {

    private static final String ENTRIES =
            """
            from ledger_entry e
            where e.county = :county and e.benefit_year = :year and e.fund = any (:funds)
                and (:kind = '' or e.kind = :kind)
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    LedgerBook(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * A fund's balance in fen.
     *
     * @param chargedFen everything charged
     * @param takenBackFen everything taken back, positive
     * @param paidFen what came in, less what went back
     * @param claimFen what other funds owe it because it paid in their place; negative for what it owes such a fund
     */
    public record Balance(String fund, int persons, long chargedFen, long takenBackFen, long paidFen, long claimFen) {

        public long borneFen() {
            return chargedFen - takenBackFen;
        }

        public long owedFen() {
            return borneFen() - paidFen;
        }
    }

    /**
     * An entry with its person, where it is about one.
     *
     * @param fen what the fund owes more by it; negative for less
     * @param sheetId the sheet it stands on; null where a decision carries it to the next year
     * @param batchId the list it goes back to, with the row; null where no list tells it
     */
    public record Entry(
            String fund,
            EntryKind kind,
            EntryCause cause,
            String clause,
            @Nullable String name,
            @Nullable String maskedNumber,
            long fen,
            @Nullable UUID sheetId,
            @Nullable String sheetNumber,
            int sequence,
            @Nullable UUID batchId,
            int row,
            Signature entered) {}

    /** @param funds codes; others are left out */
    public List<Balance> balances(String county, int benefitYear, List<String> funds) {
        return jdbc.sql(
                        """
                        select l.fund, count(distinct l.person_id) filter (where borne.fen <> 0) as persons,
                            coalesce(sum(l.credit_fen) filter (where l.account in ('PERSON', 'CARRIED')), 0) as charged,
                            coalesce(sum(l.debit_fen) filter (where l.account in ('PERSON', 'CARRIED')), 0) as taken_back,
                            coalesce(sum(l.debit_fen - l.credit_fen) filter (where l.account = 'CLAIM'), 0) as claim,
                            coalesce(sum(l.debit_fen - l.credit_fen) filter (where l.account = 'TREASURY'), 0) as paid
                        from ledger_line l
                        left join (
                            select fund, person_id, sum(credit_fen - debit_fen) as fen from ledger_line
                            where county = :county and benefit_year = :year and account = 'PERSON'
                            group by fund, person_id) borne
                            on borne.fund = l.fund and borne.person_id = l.person_id
                        where l.county = :county and l.benefit_year = :year and l.fund = any (:funds)
                        group by l.fund order by l.fund
                        """)
                .params(parameters(county, benefitYear, funds))
                .query((row, n) -> new Balance(
                        row.getString("fund"),
                        row.getInt("persons"),
                        row.getLong("charged"),
                        row.getLong("taken_back"),
                        row.getLong("paid"),
                        row.getLong("claim")))
                .list();
    }

    public int count(String county, int benefitYear, List<String> funds, @Nullable EntryKind kind) {
        return jdbc.sql("select count(*) " + ENTRIES)
                .params(parameters(county, benefitYear, funds))
                .param("kind", kind == null ? "" : kind.name())
                .query(Integer.class)
                .single();
    }

    /** The newest first; those of a sheet in its order. */
    public List<Entry> entries(
            String county, int benefitYear, List<String> funds, @Nullable EntryKind kind, long offset, int limit) {
        return jdbc.sql(
                        """
                        select x.*, coalesce(l.name, p.name) as name,
                            coalesce(l.number_cipher, p.number_cipher) as number_cipher, s.number as sheet_number, (
                                select coalesce(sum(case when y.account = 'FUND' then y.debit_fen - y.credit_fen
                                    else y.credit_fen - y.debit_fen end), 0)
                                from ledger_line y
                                where y.region = x.region and y.entry_id = x.id
                                    and y.account = case when x.sheet_id is null then 'PERSON' else 'FUND' end) as fen
                        from (select e.* %s order by e.entered_at desc, e.sheet_id, e.sequence nulls first
                            offset :offset limit :limit) x
                        left join settlement_sheet s on s.id = x.sheet_id
                        left join person p on s.id is null and p.region = x.region and p.id = x.person_id
                        left join settlement_line l on l.sheet_id = x.sheet_id and l.sequence = x.sequence
                        order by x.entered_at desc, x.sheet_id, x.sequence nulls first
                        """
                                .formatted(ENTRIES))
                .params(parameters(county, benefitYear, funds))
                .param("kind", kind == null ? "" : kind.name())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> entry(row))
                .list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        byte[] number = row.getBytes("number_cipher");
        return new Entry(
                row.getString("fund"),
                EntryKind.valueOf(row.getString("kind")),
                EntryCause.valueOf(row.getString("cause")),
                row.getString("clause"),
                row.getString("name"),
                number == null ? null : vault.decryptNumber(number).masked(),
                row.getLong("fen"),
                row.getObject("sheet_id", UUID.class),
                row.getString("sheet_number"),
                row.getInt("sequence"),
                row.getObject("batch_id", UUID.class),
                row.getInt("row_number"),
                new Signature(
                        row.getString("entered_by"),
                        row.getTimestamp("entered_at").toInstant()));
    }

    private static Map<String, Object> parameters(String county, int benefitYear, List<String> funds) {
        return Map.of("county", county, "year", benefitYear, "funds", funds.toArray(String[]::new));
    }
}
