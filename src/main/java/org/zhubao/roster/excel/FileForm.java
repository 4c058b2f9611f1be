package org.zhubao.roster.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/** What a file is, by its first bytes. Its name only helps to explain a refusal. */
enum FileForm {
    ZIP,
    OLE2,
    PDF,
    IMAGE,
    ARCHIVE,
    HTML,
    XML,
    RTF,
    BINARY,
    TEXT;

    private static final int LOOKED_AT = 4096;
    /** Many systems export tables as web pages, whole or in part, or as the archive of one, under the name of a workbook. */
    private static final Pattern WEB_PAGE = Pattern.compile(
            "<!--|<!doctype html|</?(html|head|meta|style|body|div|center|table|tr|font|b)\\b|mime-version:");

    static FileForm of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LOOKED_AT));
        }
    }

    static FileForm of(byte[] start) {
        String latin = new String(start, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\3\4") || latin.startsWith("PK\5\6")) {
            return ZIP;
        }
        if (latin.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE2;
        }
        if (latin.startsWith("%PDF")) {
            return PDF;
        }
        if (latin.startsWith("\u0089PNG") || latin.startsWith("\u00FF\u00D8\u00FF") || latin.startsWith("GIF8")) {
            return IMAGE;
        }
        if (latin.startsWith("Rar!") || latin.startsWith("7z\u00BC\u00AF") || latin.startsWith("\u001F\u008B")) {
            return ARCHIVE;
        }
        return ofText(latin);
    }

    private static FileForm ofText(String latin) {
        // Byte order marks, and every second byte of Latin letters in UTF-16
        String begin = latin.replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                .replace("\0", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (begin.startsWith("{\\rtf")) {
            return RTF;
        }
        if (begin.startsWith("<?xml")) {
            return begin.contains("<html") ? HTML : XML;
        }
        if (WEB_PAGE.matcher(begin).lookingAt()) {
            return HTML;
        }
        return TextEncoding.looksLikeText(latin) ? TEXT : BINARY;
    }

    private String messageKey() {
        return "format." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * The reader for this form.
     *
     * @throws RosterFileRefused when it is no spreadsheet, or text under the name of one
     */
    SheetFile reader(String fileName) {
        if (this == ZIP) {
            return new XlsxFile();
        }
        if (this == OLE2) {
            return new XlsFile();
        }
        if (this == TEXT && !fileName.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|xlsm|xlsb|ods)")) {
            return new TextFile();
        }
        throw new RosterFileRefused(Reason.NOT_A_SPREADSHEET, messageKey());
    }
}
