package org.zhubao.roster.excel;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/** Workbooks of Excel 97–2003 and WPS, read as a stream of records. */
final class XlsFile implements SheetFile {

    @Override
    public void visit(Path file, Visitor visitor) throws IOException {
        try (POIFSFileSystem filesystem = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = filesystem.getRoot();
            refuseOthers(root);
            XlsRecords records = new XlsRecords(visitor);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(records);
            new HSSFEventFactory().processWorkbookEvents(request, root);
            records.finish();
        } catch (EncryptedDocumentException e) {
            throw new RosterFileRefused(Reason.ENCRYPTED, e);
        } catch (OldFileFormatException e) {
            throw new RosterFileRefused(Reason.UNSUPPORTED, "format.excel95");
        }
    }

    /** The container also holds Word documents, encrypted xlsx workbooks and the workbooks of Excel 95. */
    private static void refuseOthers(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new RosterFileRefused(Reason.ENCRYPTED);
        }
        if (root.hasEntryCaseInsensitive("Workbook")) {
            return;
        }
        if (root.hasEntryCaseInsensitive("Book")) {
            throw new RosterFileRefused(Reason.UNSUPPORTED, "format.excel95");
        }
        boolean word = root.hasEntryCaseInsensitive("WordDocument");
        throw new RosterFileRefused(Reason.NOT_A_SPREADSHEET, word ? "format.word" : "format.binary");
    }
}
