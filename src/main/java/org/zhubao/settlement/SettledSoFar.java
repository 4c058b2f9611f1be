package org.zhubao.settlement;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.determination.DeterminationDesk;
import org.zhubao.determination.DeterminingSubsidies;

/** What the newest run grants beside what sheets have charged of it. */
@Service
@Transactional(readOnly = true)
public class SettledSoFar {

    private final DeterminingSubsidies determining;
    private final DeterminationDesk determinations;

    SettledSoFar(DeterminingSubsidies determining, DeterminationDesk determinations) {
        this.determining = determining;
        this.determinations = determinations;
    }

    /**
     * @param sheets how many stand
     * @param grantedFen 0 before the first run
     */
    public record Sums(int sheets, long grantedFen, long settledFen) {

        public long openFen() {
            return grantedFen - settledFen;
        }
    }

    /** @param sheets of the county and year; those taken back charge nobody */
    public Sums of(String county, int benefitYear, List<Sheet> sheets) {
        List<Sheet> standing = sheets.stream()
                .filter(sheet -> sheet.status() != SheetStatus.VOID)
                .toList();
        long granted = determining
                .latest(county, benefitYear)
                .map(run -> determinations.sums(run).stream()
                        .mapToLong(DeterminationDesk.Sum::subsidyFen)
                        .sum())
                .orElse(0L);
        return new Sums(
                standing.size(),
                granted,
                standing.stream().mapToLong(Sheet::totalFen).sum());
    }
}
