package org.zhubao.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers with a workbook to be saved. */
public final class WorkbookDownload {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private WorkbookDownload() {}

    /**
     * @param fileName under which the browser saves it; Chinese is allowed
     * @return where the workbook is written to
     */
    public static OutputStream begin(HttpServletResponse response, String fileName) throws IOException {
        return begin(response, fileName, TYPE);
    }

    /** The same for a file of another kind. */
    public static OutputStream begin(HttpServletResponse response, String fileName, String mediaType)
            throws IOException {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return response.getOutputStream();
    }
}
