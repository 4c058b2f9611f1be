package org.zhubao.roster.excel;

import java.io.IOException;
import java.nio.file.Path;

/** A file of sheets that is read once from its first row to its last. */
interface SheetFile {

    /**
     * Shows every sheet to the visitor in the order of the workbook.
     *
     * @throws IOException when the file is broken; readers may also throw anything unchecked for it
     */
    void visit(Path file, Visitor visitor) throws IOException;

    /** Looks at sheets as they are read. */
    interface Visitor {

        /** @return whether the rows of this sheet are wanted */
        boolean enter(Sheet sheet);

        /** @return whether further rows of this sheet are wanted */
        boolean row(SheetRow row);

        /** The sheet ended, or no more of its rows were wanted. */
        void leave();
    }

    /** @param dates1904 whether serial numbers of dates count from 1904 */
    record Sheet(String name, boolean visible, boolean dates1904, SheetLayout layout) {}
}
