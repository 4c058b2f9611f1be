package org.zhubao.levy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.levy.LineFilter;
import org.zhubao.levy.MarkLines;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.MarkWriting;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.ReconciliationWriting;
import org.zhubao.levy.Reconciliations;
import org.zhubao.site.WorkbookDownload;

/** Sends the workbooks of this module and puts on record who had them: they hold whole identity numbers. */
@Component
class LevyDownloads {

    private final MarkLines lines;
    private final MarkWriting marks;
    private final Reconciliations reconciliations;
    private final ReconciliationWriting writing;
    private final Divisions divisions;
    private final MessageSource messages;
    private final AuditTrail trail;

    LevyDownloads(
            MarkLines lines,
            MarkWriting marks,
            Reconciliations reconciliations,
            ReconciliationWriting writing,
            Divisions divisions,
            MessageSource messages,
            AuditTrail trail) {
        this.lines = lines;
        this.marks = marks;
        this.reconciliations = reconciliations;
        this.writing = writing;
        this.divisions = divisions;
        this.messages = messages;
        this.trail = trail;
    }

    void send(MarkPush push, HttpServletResponse response) throws IOException {
        trail.record(AuditEvent.of(Action.WORKBOOK_DOWNLOADED, push.county(), "mark push " + push.id())
                .with("number", push.label()));
        OutputStream out = WorkbookDownload.begin(response, push.label() + ".xlsx");
        lines.read(push, all -> marks.write(push, name(push.county()), lines.tiers(push), all::iterator, out));
    }

    void send(Reconciliation reconciliation, LineFilter filter, Locale locale, HttpServletResponse response)
            throws IOException {
        trail.record(AuditEvent.of(
                        Action.WORKBOOK_DOWNLOADED, reconciliation.county(), "reconciliation " + reconciliation.id())
                .with("cause", filter.cause() == null ? "all" : filter.cause().slug()));
        String cause =
                filter.cause() == null ? "" : messages.getMessage(filter.cause().messageKey(), null, locale);
        Object[] parts = {name(reconciliation.county()), String.valueOf(reconciliation.benefitYear()), cause};
        String title = messages.getMessage("levy.reconciliation.file", parts, locale);
        OutputStream out = WorkbookDownload.begin(response, title + ".xlsx");
        reconciliations.read(reconciliation, filter, all -> writing.write(title, locale, all::iterator, out));
    }

    private String name(String county) {
        return divisions.find(county).map(Division::name).orElseThrow();
    }
}
