package org.zhubao.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.determination.Run;
import org.zhubao.division.Division;

/** Whether there is something to settle. Reads only. */
@Service
@Transactional(readOnly = true)
public class NextSheets {

    private final Bases bases;
    private final Drafting drafting;
    private final JdbcClient jdbc;
    private final Clock clock;

    NextSheets(Bases bases, Drafting drafting, JdbcClient jdbc, Clock clock) {
        this.bases = bases;
        this.drafting = drafting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the drafts of a county and year are made from: while it is the same, so are they.
     *
     * @param reconciliation what says who is to be charged; null where the run does
     * @param sheets all of them, as they stand
     * @param decided open cases of the county, also of the year before, that came to an end
     * @param today until when a fund pays in advance
     */
    public record From(Run run, @Nullable UUID reconciliation, List<Sheet> sheets, int decided, LocalDate today) {}

    /** Empty before a run is published, and while payments wait to be reconciled. */
    public Optional<From> from(Division county, int benefitYear, List<Sheet> sheets) {
        return bases.find(county.code(), benefitYear)
                .map(basis -> new From(
                        basis.run(), basis.reconciliation(), sheets, decided(county.code()), LocalDate.now(clock)));
    }

    /** How many funds have somebody to charge. */
    public long funds(From from) {
        return drafting.drafts(new Basis(from.run(), from.reconciliation())).stream()
                .filter(Draft::chargesAnybody)
                .count();
    }

    private int decided(String county) {
        return jdbc.sql("select count(confirmed) from settlement_decision where county = ?")
                .param(county)
                .query(Integer.class)
                .single();
    }
}
