package org.zhubao.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhubao.roster.AnnotatedRosters;
import org.zhubao.roster.RosterSummary;
import org.zhubao.site.WorkbookDownload;

/** Sends annotated workbooks under a name that tells which file they answer. */
@Component
class FindingsDownload {

    private final AnnotatedRosters annotated;
    private final MessageSource messages;

    FindingsDownload(AnnotatedRosters annotated, MessageSource messages) {
        this.annotated = annotated;
        this.messages = messages;
    }

    void send(RosterSummary roster, Locale locale, HttpServletResponse response) throws IOException {
        String base = roster.fileName().replaceFirst("\\.[^.]*$", "");
        String name = messages.getMessage("roster.findings.file", new Object[] {base}, locale);
        annotated.write(roster.id(), locale, WorkbookDownload.begin(response, name));
    }
}
