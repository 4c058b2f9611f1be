package org.zhubao.settlement.pdf;

import java.io.OutputStream;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Form;

/** Papers for tests outside this package. */
public final class Papers {

    private Papers() {}

    public static void write(SheetContent content, Iterable<SheetLine> lines, OutputStream out) {
        new PaperWriter().write(content, Form.of(content.form()), lines, out);
    }
}
