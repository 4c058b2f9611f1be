package org.zhubao.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhubao.account.Workplace;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterTemplate;
import org.zhubao.roster.RosterTemplateWriting;
import org.zhubao.roster.RosterTemplates;
import org.zhubao.site.WorkbookDownload;

/** Sends templates under a name that tells which list they are for. */
@Component
class TemplateDownload {

    private final RosterTemplates templates;
    private final RosterTemplateWriting writing;
    private final MessageSource messages;
    private final AuditTrail trail;

    TemplateDownload(
            RosterTemplates templates, RosterTemplateWriting writing, MessageSource messages, AuditTrail trail) {
        this.templates = templates;
        this.writing = writing;
        this.messages = messages;
        this.trail = trail;
    }

    void send(Department department, RosterKind kind, Workplace workplace, Locale locale, HttpServletResponse response)
            throws IOException {
        RosterTemplate template = templates.of(workplace.county(), workplace.benefitYear(), department, kind, locale);
        Object[] name = {
            workplace.county().name(),
            messages.getMessage(department.messageKey(), null, locale),
            messages.getMessage("roster.kind." + kind.code(), null, locale)
        };
        trail.record(
                AuditEvent.of(Action.WORKBOOK_DOWNLOADED, workplace.county().code(), "template " + kind.code())
                        .with("department", department.code()));
        String fileName = messages.getMessage("roster.template.file", name, locale);
        writing.write(template, WorkbookDownload.begin(response, fileName));
    }
}
