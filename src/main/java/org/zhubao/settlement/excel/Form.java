package org.zhubao.settlement.excel;

import java.util.List;
import org.zhubao.settlement.SheetContent;

/** What is particular to a form; the table itself is the same for all. */
interface Form {

    /** The name on the worksheet's tab. */
    String tab();

    List<Column> columns();

    /** Whether every township's lines are followed by their subtotal. */
    boolean hasSubtotals();

    /** The rows above the table. */
    void head(Page page, SheetContent content);

    /** The rows below the total. */
    void foot(Page page, Totals totals);
}
