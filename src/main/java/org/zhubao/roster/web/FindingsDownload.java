package org.zhubao.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.zhubao.roster.AnnotatedRosters;
import org.zhubao.roster.RosterSummary;

/** Sends annotated workbooks under a name that tells which file they answer. */
@Component
class FindingsDownload {

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AnnotatedRosters annotated;
    private final MessageSource messages;

    FindingsDownload(AnnotatedRosters annotated, MessageSource messages) {
        this.annotated = annotated;
        this.messages = messages;
    }

    void send(RosterSummary roster, Locale locale, HttpServletResponse response) throws IOException {
        String base = roster.fileName().replaceFirst("\\.[^.]*$", "");
        response.setContentType(WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                messages.getMessage("roster.findings.file", new Object[] {base}, locale),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        annotated.write(roster.id(), locale, response.getOutputStream());
    }
}
