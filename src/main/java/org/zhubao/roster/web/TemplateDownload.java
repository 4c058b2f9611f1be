package org.zhubao.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.zhubao.account.Workplace;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RosterTemplate;
import org.zhubao.roster.RosterTemplateWriting;
import org.zhubao.roster.RosterTemplates;

/** Sends templates under a name that tells which list they are for. */
@Component
class TemplateDownload {

    private final RosterTemplates templates;
    private final RosterTemplateWriting writing;
    private final MessageSource messages;

    TemplateDownload(RosterTemplates templates, RosterTemplateWriting writing, MessageSource messages) {
        this.templates = templates;
        this.writing = writing;
        this.messages = messages;
    }

    void send(Department department, RosterKind kind, Workplace workplace, Locale locale, HttpServletResponse response)
            throws IOException {
        RosterTemplate template = templates.of(workplace.county(), workplace.benefitYear(), department, kind, locale);
        Object[] name = {
            workplace.county().name(),
            messages.getMessage(department.messageKey(), null, locale),
            messages.getMessage("roster.kind." + kind.code(), null, locale)
        };
        response.setContentType(FindingsDownload.WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(messages.getMessage("roster.template.file", name, locale), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        writing.write(template, response.getOutputStream());
    }
}
