package org.zhubao.settlement.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetFormat;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.SheetWriting;
import org.zhubao.settlement.form.Form;
import org.zhubao.settlement.form.Rows;
import org.zhubao.settlement.form.Totals;
import org.zhubao.site.WorkFolder;

/** Writes sheets as PDF, to be printed, stamped and filed. */
@Component
final class PaperWriter implements SheetWriting {

    private final StreamCacheCreateFunction cache;

    PaperWriter(WorkFolder folder) {
        this.cache =
                MemoryUsageSetting.setupTempFileOnly().setTempDir(folder.path().toFile()).streamCache;
    }

    @Override
    public SheetFormat format() {
        return SheetFormat.PDF;
    }

    @Override
    public void write(SheetContent content, Form form, Iterable<SheetLine> lines, OutputStream out) {
        try (PDDocument document = new PDDocument(cache)) {
            document.getDocumentInformation().setTitle(content.title());
            document.getDocumentInformation().setSubject(content.number());
            try (Paper paper = new Paper(document)) {
                PaperTable table = new PaperTable(paper, form, form.head(content));
                Totals totals = Rows.of(form, lines, table);
                table.foot(form.foot(totals));
                paper.footers("编号 " + content.number(), "校验码 " + content.shortDigest());
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
