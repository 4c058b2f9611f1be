package org.zhubao.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.site.Refusal;
import org.zhubao.support.CountySeason;
import org.zhubao.support.Listed;

/** Settles a county's season through the services, and looks behind them at what the ledger has. */
final class SettledSeason {

    static final String MEDICAL = "medical-assistance";
    static final String FEDERATION = "federation";

    private final SettlingAccounts settling;

    SettledSeason(SettlingAccounts settling) {
        this.settling = settling;
    }

    /** Full list of the disabled persons' federation. */
    static void federation(CountySeason season, Listed... people) {
        Listed[] certified = List.of(people).stream()
                .map(person -> person.as("残疾人").disabled("肢体", "三级"))
                .toArray(Listed[]::new);
        season.accepted(Department.DISABLED_FEDERATION, RosterKind.FULL, certified);
    }

    Sheet freeze(CountySeason season, String fund) {
        return season.clerk(() -> {
            UUID id = settling.freeze(season.county(), season.year(), fund, "clerk");
            return settling.sheet(id, season.code()).orElseThrow();
        });
    }

    Draft draft(CountySeason season, String fund) {
        return season.clerk(() -> settling.drafts(season.county(), season.year())).stream()
                .filter(draft -> draft.fund().equals(fund))
                .findFirst()
                .orElseThrow();
    }

    List<SheetLine> lines(CountySeason season, Sheet sheet) {
        List<SheetLine> lines = new ArrayList<>();
        season.clerkDoes(() -> settling.read(sheet, stream -> stream.forEach(lines::add)));
        return lines;
    }

    Sheet now(CountySeason season, Sheet sheet) {
        return season.clerk(() -> settling.sheet(sheet.id(), season.code()).orElseThrow());
    }

    /** @return the code of the refusal, or {@code done} */
    static String refusal(Runnable work) {
        return refusal(() -> {
            work.run();
            return "done";
        });
    }

    private static String refusal(Supplier<String> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    /** What a fund bears for people, by the ledger. */
    static long borneFen(CountySeason season, String fund) {
        return balance(season, fund, "sum(credit_fen - debit_fen) filter (where account = 'PERSON')");
    }

    /** What a fund still owes, by the ledger. */
    static long owedFen(CountySeason season, String fund) {
        return balance(season, fund, "sum(debit_fen - credit_fen) filter (where account = 'FUND')");
    }

    private static long balance(CountySeason season, String fund, String sum) {
        JdbcClient owner = season.owner();
        return owner.sql("select coalesce(" + sum + ", 0) from ledger_line where county = ? and fund = ?")
                .params(season.code(), fund)
                .query(Long.class)
                .single();
    }
}
