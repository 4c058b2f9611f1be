package org.zhubao.settlement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.settlement.Report;
import org.zhubao.settlement.ReportWriting;
import org.zhubao.settlement.Reports;
import org.zhubao.site.WorkbookDownload;

/** The report of a year, of the funds the user may see: a department officer gets the department's own. */
@Controller
@RequestMapping("/settlement/report")
class ReportController {

    private final Reports reports;
    private final ReportWriting writing;
    private final VisibleSheets sheets;
    private final AuditTrail trail;

    ReportController(Reports reports, ReportWriting writing, VisibleSheets sheets, AuditTrail trail) {
        this.reports = reports;
        this.writing = writing;
        this.sheets = sheets;
        this.trail = trail;
    }

    @GetMapping
    String show(CurrentUser user, Workplace workplace, Model model) {
        model.addAttribute("workplace", workplace);
        model.addAttribute("report", report(user, workplace));
        return "settlement/report";
    }

    @GetMapping("/workbook")
    void download(CurrentUser user, Workplace workplace, HttpServletResponse response) throws IOException {
        String county = workplace.county().code();
        String name = county + "-" + workplace.benefitYear();
        trail.record(AuditEvent.of(Action.WORKBOOK_DOWNLOADED, county, "report " + name));
        String title = workplace.county().name() + workplace.benefitYear() + "年度资助参保情况汇总表";
        writing.write(title, report(user, workplace), WorkbookDownload.begin(response, "report-" + name + ".xlsx"));
    }

    private Report report(CurrentUser user, Workplace workplace) {
        return reports.of(workplace.county().code(), workplace.benefitYear(), sheets.funds(user, workplace));
    }
}
