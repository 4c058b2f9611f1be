package org.zhubao.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the trail is still what was written. What it tells is about all lines, and shows none. */
@Service
public class AuditChain {

    /** What the first line is chained to. */
    static final byte[] BEGINNING = new byte[32];

    private static final int FETCH_ROWS = 1000;
    private static final int BREACHES_TOLD = 50;
    private static final int DAYS = 400;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    AuditChain(DataSource dataSource, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH_ROWS);
        this.clock = clock;
    }

    /** What became of a line. */
    public enum Damage {
        /** There is none of this number: it was deleted. */
        MISSING,
        /** It is not what was written here: edited, put in, or moved from elsewhere. */
        CHANGED
    }

    /** A line that is not as it was written. */
    public record Breach(long line, Damage damage) {}

    /**
     * @param lines how many there are
     * @param breaches the first of them, at most 50. Lines cut off at the end leave none: compare the head of the day.
     */
    public record Verification(long lines, List<Breach> breaches) {

        public boolean intact() {
            return breaches.isEmpty();
        }
    }

    /**
     * The last line of a day; printed and kept elsewhere it shows whether anything up to it was changed or cut off.
     *
     * @param hash 64 hexadecimal digits
     */
    public record DailyHead(LocalDate day, long lines, String hash) {}

    /** Computes every hash again. */
    @Transactional(readOnly = true)
    public Verification verify() {
        seeAll();
        Walk walk = new Walk();
        jdbc.query("select * from audit_entry order by id", row -> {
            walk.over(AuditEntry.of(row), row.getBytes("hash"));
        });
        return new Verification(walk.lines, List.copyOf(walk.breaches));
    }

    /** The newest day first. */
    @Transactional(readOnly = true)
    public List<DailyHead> dailyHeads() {
        seeAll();
        return jdbc.query(
                """
                select day, id, hash from (
                    select distinct on (day) (at at time zone ?)::date as day, id, hash
                    from audit_entry order by day, id desc) heads
                order by day desc limit ?
                """,
                (row, n) -> new DailyHead(
                        row.getObject("day", LocalDate.class),
                        row.getLong("id"),
                        HexFormat.of().formatHex(row.getBytes("hash"))),
                clock.getZone().getId(),
                DAYS);
    }

    private void seeAll() {
        jdbc.query(
                "select set_config('zhubao.trail_from', '', true), set_config('zhubao.trail_until', ':', true)",
                row -> {});
    }

    private static final class Walk {

        private final List<Breach> breaches = new ArrayList<>();
        private byte[] previous = BEGINNING;
        private long lines;
        private long next = 1;

        /** A line after a missing one cannot be checked, as its hash rests on what is not there any more. */
        void over(AuditEntry entry, byte[] hash) {
            if (entry.id() == next && !Arrays.equals(hash, entry.hash(previous))) {
                tell(entry.id(), Damage.CHANGED);
            }
            for (; next < entry.id() && breaches.size() < BREACHES_TOLD; next++) {
                tell(next, Damage.MISSING);
            }
            previous = hash;
            next = entry.id() + 1;
            lines++;
        }

        private void tell(long line, Damage damage) {
            if (breaches.size() < BREACHES_TOLD) {
                breaches.add(new Breach(line, damage));
            }
        }
    }
}
