package org.zhubao.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What sheets, lines and ledger of a county's year come to, by statements of their own. */
record SettledSums(JdbcClient jdbc, String county, int year) {

    private static final String SUMS =
            """
            select 'sheets ' || fund as account, sum(total_fen) as fen from settlement_sheet
            where county = :county and benefit_year = :year and status <> 'VOID' group by fund
            union all
            select 'lines ' || l.fund, sum(l.fund_fen) from settlement_line l join settlement_sheet s on s.id = l.sheet_id
            where s.county = :county and s.benefit_year = :year and s.status <> 'VOID' group by l.fund
            union all
            select account || ' ' || fund || coalesce(' ' || person_id, ''), sum(credit_fen - debit_fen) from ledger_line
            where county = :county and benefit_year = :year group by account, fund, person_id
            """;

    /** Lines that do not rest on what the sheets before had charged: they would settle somebody a second time. */
    private static final String SETTLED_TWICE =
            """
            select count(*) from (
                select l.earlier_fen, sum(l.fund_fen) over (partition by l.fund, l.person_id order by s.frozen_at)
                    - l.fund_fen + coalesce((
                        select sum(x.credit_fen - x.debit_fen) from ledger_entry e
                        join ledger_line x on x.region = e.region and x.entry_id = e.id and x.account = 'PERSON'
                        where e.county = l.county and e.benefit_year = l.benefit_year and e.fund = l.fund
                            and e.person_id = l.person_id and e.kind = 'CARRIED' and e.entered_at < s.frozen_at
                            and l.decision_id is null), 0) as before_fen
                from settlement_line l join settlement_sheet s on s.id = l.sheet_id and s.status <> 'VOID'
                where l.county = :county and l.benefit_year = :year and l.decision_id is null) x
            where earlier_fen <> before_fen
            """;

    /** For whom the funds together bear more than enrolment costs. */
    private static final String BEYOND_THE_PREMIUM =
            """
            select person_id from ledger_line where county = :county and benefit_year = :year and account = 'PERSON'
            group by person_id having sum(credit_fen - debit_fen) > :premium
            """;

    /** Where they come to something else than expected, account by account. */
    List<String> differences(Map<String, Long> expected) {
        Map<String, Long> found = new TreeMap<>();
        jdbc.sql(SUMS).params(Map.of("county", county, "year", year)).query(row -> {
            if (row.getLong("fen") != 0) {
                found.put(row.getString("account"), row.getLong("fen"));
            }
        });
        TreeSet<String> accounts = new TreeSet<>(expected.keySet());
        accounts.addAll(found.keySet());
        List<String> differences = new ArrayList<>();
        for (String account : accounts) {
            long is = found.getOrDefault(account, 0L);
            long shouldBe = expected.getOrDefault(account, 0L);
            if (is != shouldBe) {
                differences.add("%s: %d, and not %d".formatted(account, is, shouldBe));
            }
        }
        return differences;
    }

    long settledTwice() {
        return count(SETTLED_TWICE);
    }

    List<UUID> beyondThePremium(long premiumFen) {
        return jdbc.sql(BEYOND_THE_PREMIUM)
                .params(Map.of("county", county, "year", year, "premium", premiumFen))
                .query(UUID.class)
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .params(Map.of("county", county, "year", year))
                .query(Long.class)
                .single();
    }
}
