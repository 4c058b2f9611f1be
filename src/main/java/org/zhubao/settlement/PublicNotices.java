package org.zhubao.settlement;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Division;
import org.zhubao.settlement.form.NoticeForm;
import org.zhubao.site.Refusal;

/** Puts up lists of those whom approved sheets subsidise, and takes them down. After its last day nobody gets a list. */
@Service
public class PublicNotices {

    private static final int LONGEST_DAYS = 90;

    private final NoticeLines lines;
    private final List<SheetWriting> writing;
    private final ChargedRosters rosters;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublicNotices(
            NoticeLines lines,
            List<SheetWriting> writing,
            ChargedRosters rosters,
            AuditTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.lines = lines;
        this.writing = writing;
        this.rosters = rosters;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts up everybody whom the approved and paid sheets of the year subsidise, each once with what all funds bear.
     *
     * @param until the last day, at most 90 days from now
     * @throws Refusal when no sheet is approved yet, or the last day is none
     */
    @Transactional
    public UUID publish(Division county, int benefitYear, LocalDate until, String by) {
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new Refusal("settlement.notice.until", LONGEST_DAYS);
        }
        rosters.oneByOne(county.code(), benefitYear);
        List<SheetLine> gathered = lines.gather(county.code(), benefitYear);
        if (gathered.isEmpty()) {
            throw new Refusal("settlement.notice.nobody");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into public_notice (id, county, benefit_year, number, shown_from, shown_until, lines,
                            total_fen, digest, published_by, published_at)
                        select ?, ?, ?, count(*) + 1, ?, ?, ?, ?, ?, ?, ? from public_notice
                        where county = ? and benefit_year = ?
                        """)
                .params(
                        id,
                        county.code(),
                        benefitYear,
                        today,
                        until,
                        gathered.size(),
                        gathered.stream().mapToLong(SheetLine::fundFen).sum(),
                        LinesDigest.of(gathered.stream()),
                        by,
                        Timestamp.from(clock.instant()),
                        county.code(),
                        benefitYear)
                .update();
        lines.store(id, county.code(), gathered);
        trail.record(AuditEvent.of(Action.NOTICE_PUBLISHED, county.code(), "notice " + id)
                .by(by)
                .with("persons", gathered.size())
                .with("until", until));
        return id;
    }

    /** Takes a notice down before its last day. */
    @Transactional
    public void takeDown(UUID id, String county, String by) {
        int taken = jdbc.sql(
                        """
                        update public_notice set taken_down_by = ?, taken_down_at = ?
                        where id = ? and county = ? and taken_down_at is null
                        """)
                .params(by, Timestamp.from(clock.instant()), id, county)
                .update();
        if (taken == 0) {
            throw Refusal.overtaken("settlement.notice.down");
        }
        trail.record(
                AuditEvent.of(Action.NOTICE_TAKEN_DOWN, county, "notice " + id).by(by));
    }

    /** All of a county and year, shown or not, the newest first. */
    @Transactional(readOnly = true)
    public List<Notice> list(String county, int benefitYear) {
        return jdbc.sql("select * from public_notice where county = ? and benefit_year = ? order by number desc")
                .params(county, benefitYear)
                .query((row, n) -> notice(row))
                .list();
    }

    /** One that is up today; none that is not. */
    @Transactional(readOnly = true)
    public Optional<Notice> shown(UUID id, String county) {
        return jdbc.sql("select * from public_notice where id = ? and county = ?")
                .params(id, county)
                .query((row, n) -> notice(row))
                .optional()
                .filter(notice -> notice.isShownOn(LocalDate.now(clock)));
    }

    /** Some of the lines: masked name and number, township, amount. */
    @Transactional(readOnly = true)
    public List<SheetLine> lines(Notice notice, long offset, int limit) {
        return lines.of(notice.id(), offset, limit);
    }

    @Transactional(readOnly = true)
    public void write(Notice notice, Division county, SheetFormat format, OutputStream out) {
        SheetContent content = new SheetContent(
                notice.reference(),
                county.name() + notice.benefitYear() + "年度资助参加城乡居民基本医疗保险人员公示",
                SheetForm.GENERAL,
                county.name(),
                "",
                notice.benefitYear(),
                notice.shownFrom(),
                notice.digest(),
                false);
        SheetWriting writer =
                writing.stream().filter(w -> w.format() == format).findFirst().orElseThrow();
        writer.write(content, new NoticeForm(notice.shownUntil()), lines.of(notice.id(), 0, notice.lines()), out);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        @Nullable Timestamp down = row.getTimestamp("taken_down_at");
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("county"),
                row.getInt("benefit_year"),
                row.getInt("number"),
                row.getObject("shown_from", LocalDate.class),
                row.getObject("shown_until", LocalDate.class),
                row.getInt("lines"),
                row.getLong("total_fen"),
                row.getString("digest"),
                new Signature(
                        row.getString("published_by"),
                        row.getTimestamp("published_at").toInstant()),
                Signature.of(row.getString("taken_down_by"), down == null ? null : down.toInstant()));
    }
}
