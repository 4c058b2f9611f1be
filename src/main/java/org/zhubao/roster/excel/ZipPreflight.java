package org.zhubao.roster.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/**
 * Looks through a zipped workbook before a parser touches it. Sizes are measured, not believed; the parts are seen with
 * the same zip and XML readers that read them afterwards.
 */
final class ZipPreflight {

    private static final int MAX_ENTRIES = 200;
    private static final long MAX_INFLATED = 300L * 1024 * 1024;
    private static final int MAX_RATIO = 100;
    /** Small parts may be as repetitive as they like. */
    private static final long RATIO_COUNTS_FROM = 1024 * 1024;

    /** Absolute names, drives, and names that climb out of the container. */
    private static final Pattern OUTSIDE = Pattern.compile("^[/\\\\]|:|(^|[/\\\\])\\.\\.([/\\\\]|$)");

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final long end = System.nanoTime() + LONGEST.toNanos();
    private final SheetLayouts layouts = new SheetLayouts();
    private final XmlGuard guard = new XmlGuard(layouts);
    private long inflated;

    private ZipPreflight() {}

    /**
     * @return what the sheets hide and join, which stands behind their cells
     * @throws RosterFileRefused when the file is no xlsx workbook, is encrypted, or would harm the reader
     */
    static SheetLayouts check(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MAX_ENTRIES) {
                throw new RosterFileRefused(Reason.ZIP_BOMB);
            }
            checkNames(entries);
            ZipPreflight preflight = new ZipPreflight();
            for (ZipArchiveEntry entry : entries) {
                preflight.measure(zip, entry);
            }
            preflight.guard.finish();
            return preflight.layouts;
        }
    }

    private static void checkNames(List<ZipArchiveEntry> entries) {
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (OUTSIDE.matcher(name).find() || !names.add(name)) {
                throw new RosterFileRefused(Reason.ZIP_BOMB);
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new RosterFileRefused(Reason.ENCRYPTED);
            }
            if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
                // No office program writes it, and reading it takes programs that are not here
                throw new RosterFileRefused(Reason.BROKEN);
            }
        }
        refuseOtherDocuments(names);
    }

    private static void refuseOtherDocuments(Set<String> names) {
        if (names.contains("xl/workbook.bin")) {
            throw new RosterFileRefused(Reason.UNSUPPORTED, "format.xlsb");
        }
        if (names.contains("mimetype") && names.contains("content.xml")) {
            throw new RosterFileRefused(Reason.UNSUPPORTED, "format.ods");
        }
        if (names.contains("word/document.xml")) {
            throw new RosterFileRefused(Reason.NOT_A_SPREADSHEET, "format.word");
        }
        if (!names.contains("[content_types].xml")) {
            throw new RosterFileRefused(Reason.NOT_A_SPREADSHEET, "format.archive");
        }
    }

    private void measure(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        long allowed = Math.max(RATIO_COUNTS_FROM, entry.getCompressedSize() * MAX_RATIO);
        try (BoundedStream content =
                new BoundedStream(zip.getInputStream(entry), Math.min(allowed, MAX_INFLATED - inflated), end)) {
            layouts.begin(entry.getName());
            guard.inspect(content);
            layouts.end();
            content.drain();
            inflated += content.count();
        }
    }
}
