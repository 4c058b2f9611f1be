package org.zhubao.settlement;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.Vault;

/** The lines of public notices. They are masked before they leave this class, and stored so. */
@Repository
class NoticeLines {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final Vault vault;

    NoticeLines(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Everybody for whom approved and paid sheets bear something, by township and name. */
    List<SheetLine> gather(String county, int benefitYear) {
        return jdbc.query(
                """
                select row_number() over (order by x.township_name = '', x.township_name, p.comparable_name, p.id)
                        ::integer as sequence,
                    p.name, p.number_cipher, x.township_name, x.fen
                from (
                    select l.region, l.person_id, sum(l.fund_fen)::bigint as fen,
                        (array_agg(l.township_name order by s.frozen_at desc))[1] as township_name
                    from settlement_line l join settlement_sheet s on s.id = l.sheet_id
                    where s.county = ? and s.benefit_year = ? and s.status in ('APPROVED', 'PAID')
                    group by l.region, l.person_id having sum(l.fund_fen) > 0) x
                join person p on p.region = x.region and p.id = x.person_id
                order by sequence
                """,
                (row, n) -> line(
                        row.getInt("sequence"),
                        MaskedName.of(row.getString("name")),
                        vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                        row.getString("township_name"),
                        row.getLong("fen")),
                county,
                benefitYear);
    }

    void store(UUID notice, String county, List<SheetLine> lines) {
        jdbc.batchUpdate(
                "insert into public_notice_line values (?, ?, ?, ?, ?, ?, ?)", lines, BATCH, (statement, line) -> {
                    statement.setObject(1, notice);
                    statement.setString(2, county);
                    statement.setInt(3, line.sequence());
                    statement.setString(4, line.name());
                    statement.setString(5, line.idNumber());
                    statement.setString(6, line.townshipName());
                    statement.setLong(7, line.fundFen());
                });
    }

    List<SheetLine> of(UUID notice, long offset, int limit) {
        return jdbc.query(
                "select * from public_notice_line where notice_id = ? order by sequence offset ? limit ?",
                (row, n) -> line(
                        row.getInt("sequence"),
                        row.getString("masked_name"),
                        row.getString("masked_id"),
                        row.getString("township_name"),
                        row.getLong("subsidy_fen")),
                notice,
                offset,
                limit);
    }

    private static SheetLine line(int sequence, String name, String number, String township, long fen) {
        return new SheetLine(sequence, name, number, township, null, null, "", "", 0, 0, fen, 0, "");
    }
}
