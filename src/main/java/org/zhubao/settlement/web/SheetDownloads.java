package org.zhubao.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Divisions;
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetFormat;
import org.zhubao.site.WorkbookDownload;

/** Sends sheets as workbooks or on paper, named by their number, and puts on record who had them. */
@Component
class SheetDownloads {

    private final SettlingAccounts settling;
    private final Divisions divisions;
    private final AuditTrail trail;

    SheetDownloads(SettlingAccounts settling, Divisions divisions, AuditTrail trail) {
        this.settling = settling;
        this.divisions = divisions;
        this.trail = trail;
    }

    void send(Sheet sheet, SheetFormat format, HttpServletResponse response) throws IOException {
        trail.record(AuditEvent.of(Action.WORKBOOK_DOWNLOADED, sheet.county(), "sheet " + sheet.id())
                .with("number", sheet.number())
                .with("format", format.extension()));
        settling.write(
                sheet,
                divisions.find(sheet.county()).orElseThrow(),
                format,
                WorkbookDownload.begin(response, sheet.number() + "." + format.extension(), format.mediaType()));
    }
}
