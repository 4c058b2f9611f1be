package org.zhubao.visit;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;

/** Takes what a township found, typed in or in the list's own workbook. What was said before is kept. */
@Service
@Transactional
public class EnteringFindings {

    private final VisitDesk desk;
    private final VisitSheets sheets;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    EnteringFindings(VisitDesk desk, VisitSheets sheets, AuditTrail trail, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.sheets = sheets;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param unread rows that were filled in and not taken */
    public record Returned(int taken, List<Unread> unread) {}

    /** Takes a filled-in workbook. @throws Refusal when it is of another list, or this one is recalled */
    public Returned takeBack(Workplace workplace, UUID id, Path file, String fileName, String by) {
        VisitList list = open(workplace, id);
        List<VisitList.Line> lines = desk.lines(id, new Paging(1, list.people(), list.people()));
        VisitSheets.Reading reading = sheets.read(list, lines, file, fileName, today());
        return new Returned(enter(workplace, id, reading.entries(), by), reading.unread());
    }

    /**
     * Takes findings.
     *
     * @return how many are new or say something else than before
     * @throws Refusal when the list is recalled, a finding does not belong to its purpose, or a day is yet to come
     */
    public int enter(Workplace workplace, UUID id, List<VisitList.Entry> entries, String by) {
        VisitList list = open(workplace, id);
        LocalDate today = today();
        List<Finding> possible = Finding.of(list.purpose());
        int taken = 0;
        for (VisitList.Entry entry : entries) {
            if (!possible.contains(entry.finding()) || entry.line() < 1 || entry.line() > list.people()) {
                throw new Refusal("visits.wrong-finding", entry.line());
            }
            if (entry.visitedOn().isAfter(today)) {
                throw new Refusal("visits.day-to-come", entry.line());
            }
            taken += replace(id, entry, by);
        }
        if (taken > 0) {
            trail.record(AuditEvent.of(Action.VISITS_ENTERED, workplace.county().code(), "visits " + id)
                    .by(by)
                    .with("lines", taken));
        }
        return taken;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private VisitList open(Workplace workplace, UUID id) {
        VisitList list = desk.find(workplace, id).orElseThrow(Refusal::notFound);
        if (!list.isOpen()) {
            throw Refusal.overtaken("visits.not-open");
        }
        return list;
    }

    /** @return 0 when the same was said before */
    private int replace(UUID list, VisitList.Entry entry, String by) {
        Timestamp now = Timestamp.from(clock.instant());
        boolean same = jdbc.sql("select exists (select from visit_finding where list_id = ? and line = ?"
                        + " and known_to is null and finding = ? and visited_on = ? and remark = ?)")
                .params(list, entry.line(), entry.finding().name(), entry.visitedOn(), entry.remark())
                .query(Boolean.class)
                .single();
        if (same) {
            return 0;
        }
        jdbc.sql("update visit_finding set known_to = ? where list_id = ? and line = ? and known_to is null")
                .params(now, list, entry.line())
                .update();
        return jdbc.sql(
                        """
                        insert into visit_finding (region, county, benefit_year, list_id, line, township, visited_on, finding,
                            remark, said_by, known_from)
                        select region, county, benefit_year, list_id, line, township, ?, ?, ?, ?, ?
                        from visit_line where list_id = ? and line = ?
                        """)
                .params(entry.visitedOn(), entry.finding().name(), entry.remark(), by, now, list, entry.line())
                .update();
    }
}
