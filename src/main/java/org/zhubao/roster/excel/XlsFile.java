package org.zhubao.roster.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/** Workbooks of Excel 97–2003 and WPS, read as a stream of records. */
final class XlsFile implements SheetFile {

    /** Where writers put the workbook inside the container; the second is an old habit. */
    private static final List<String> NAMES = List.of("Workbook", "Book");

    private static final int VERSION_AT = 4;

    @Override
    public void visit(Path file, Visitor visitor) throws IOException {
        try (POIFSFileSystem filesystem = new POIFSFileSystem(file.toFile(), true);
                InputStream stream = workbook(filesystem.getRoot())) {
            XlsRecords records = new XlsRecords(visitor, layouts(filesystem.getRoot()));
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(records);
            new HSSFEventFactory().processEvents(request, stream);
            records.finish();
        } catch (EncryptedDocumentException e) {
            throw new RosterFileRefused(Reason.ENCRYPTED, e);
        }
    }

    private static XlsLayouts layouts(DirectoryNode root) throws IOException {
        try (InputStream stream = workbook(root)) {
            XlsLayouts layouts = new XlsLayouts();
            HSSFRequest request = new HSSFRequest();
            for (short record :
                    new short[] {BOFRecord.sid, EOFRecord.sid, ColumnInfoRecord.sid, MergeCellsRecord.sid}) {
                request.addListener(layouts, record);
            }
            new HSSFEventFactory().processEvents(request, stream);
            return layouts;
        }
    }

    /** The container may also hold an encrypted xlsx workbook, a Word document or anything else. */
    private static InputStream workbook(DirectoryNode root) throws IOException {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new RosterFileRefused(Reason.ENCRYPTED);
        }
        for (String name : NAMES) {
            if (root.hasEntryCaseInsensitive(name)) {
                Entry entry = root.getEntryCaseInsensitive(name);
                refuseOldVersions(root, entry);
                return root.createDocumentInputStream(entry);
            }
        }
        boolean word = root.hasEntryCaseInsensitive("WordDocument");
        throw new RosterFileRefused(Reason.NOT_A_SPREADSHEET, word ? "format.word" : "format.binary");
    }

    /** Excel 95 writes other records under the same numbers. The first one says which version it is. */
    private static void refuseOldVersions(DirectoryNode root, Entry workbook) throws IOException {
        try (InputStream stream = root.createDocumentInputStream(workbook)) {
            byte[] start = stream.readNBytes(VERSION_AT + 2);
            if (start.length == VERSION_AT + 2 && LittleEndian.getUShort(start, VERSION_AT) < BOFRecord.VERSION) {
                throw new RosterFileRefused(Reason.UNSUPPORTED, "format.excel95");
            }
        }
    }
}
