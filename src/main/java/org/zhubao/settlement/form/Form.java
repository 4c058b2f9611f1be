package org.zhubao.settlement.form;

import java.util.List;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetForm;

/** What is particular to a form; the table itself is the same for all. */
public interface Form {

    /** The name on the worksheet's tab. */
    String tab();

    List<Column> columns();

    /** Whether every township's lines are followed by their subtotal. */
    boolean hasSubtotals();

    /** The rows above the table. */
    List<Band> head(SheetContent content);

    /** The rows below the total. */
    List<Band> foot(Totals totals);

    static Form of(SheetForm form) {
        return switch (form) {
            case FEDERATION_ANNEX -> new AnnexForm();
            case GENERAL -> new GeneralForm();
        };
    }

    /** How many columns stand before the first amount, for the words of a total. */
    default int labelColumns() {
        int before = 0;
        while (!columns().get(before).hasTotal()) {
            before++;
        }
        return before;
    }
}
