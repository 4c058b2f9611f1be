package org.zhubao.settlement;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.division.Scope;
import org.zhubao.levy.MarkPushes;
import org.zhubao.levy.Receipts;

/** Marks that the tax bureau does not take, drawn by lot among all it was ever told of and has not refused yet. */
final class DrawnRefusals {

    private final EveryKind county;
    private final int year;
    private final TaxInWords tax;
    private final JdbcClient jdbc;
    private final MarkPushes pushes;
    private final Receipts receipts;
    private final Random random;

    DrawnRefusals(EveryKind county, int year, TaxInWords tax, RandomSeason.Doors doors, Random random) {
        this.county = county;
        this.year = year;
        this.tax = tax;
        this.jdbc = doors.jdbc();
        this.pushes = doors.pushes();
        this.receipts = doors.receipts();
        this.random = random;
    }

    private record Line(UUID push, int sequence, UUID person) {}

    /** @return whether there was one to refuse */
    boolean draw() {
        List<Line> lines = jdbc.sql(
                        """
                        select p.id, l.sequence, l.person_id
                        from mark_push p join mark_line l on l.push_id = p.id
                        where p.county = :county and p.benefit_year = :year and l.change <> 'CANCELLED'
                            and (l.push_id, l.sequence) not in (select push_id, sequence from mark_refusal)
                        order by p.number, l.sequence
                        """)
                .param("county", county.county().code())
                .param("year", year)
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getInt("sequence"),
                        row.getObject("person_id", UUID.class)))
                .list();
        if (lines.isEmpty()) {
            return false;
        }
        Line line = lines.get(random.nextInt(lines.size()));
        Scope here = new Scope(county.county().code());
        receipts.refuse(pushes.find(line.push(), here).orElseThrow(), line.sequence(), "drawn", "tax");
        tax.refused(line.push(), line.person());
        return true;
    }
}
