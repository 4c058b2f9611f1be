package org.zhubao.settlement.pdf;

import java.io.OutputStream;
import java.nio.file.Path;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Form;
import org.zhubao.site.WorkFolder;

/** Papers as tests have them written. */
public final class Papers {

    private static final WorkFolder FOLDER = new WorkFolder(Path.of(System.getProperty("java.io.tmpdir"), "papers"));

    private Papers() {}

    public static void write(SheetContent content, Iterable<SheetLine> lines, OutputStream out) {
        new PaperWriter(FOLDER).write(content, Form.of(content.form()), lines, out);
    }
}
