package org.zhubao.settlement.form;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhubao.settlement.SheetLine;

/** Takes the rows of a table as they come, one after the other: lines, subtotals where the form has them, total. */
public interface Rows {

    void line(SheetLine line) throws IOException;

    /** @param label what is added up: 小计：银江镇 3人 */
    void sum(String label, Totals sum) throws IOException;

    /**
     * Hands every row of a form to {@code rows}.
     *
     * @return the total
     * @throws IllegalArgumentException when a township comes back after another one has begun
     */
    static Totals of(Form form, Iterable<SheetLine> lines, Rows rows) throws IOException {
        Totals total = new Totals(form.columns());
        Totals subtotal = new Totals(form.columns());
        Set<String> townships = new HashSet<>();
        @Nullable String township = null;
        for (SheetLine line : lines) {
            if (form.hasSubtotals() && !line.townshipName().equals(township)) {
                subtotal(township, subtotal, rows);
                subtotal = new Totals(form.columns());
                township = line.townshipName();
                if (!townships.add(township)) {
                    throw new IllegalArgumentException(
                            "lines must come township by township: " + township + " comes back");
                }
            }
            rows.line(line);
            subtotal.add(line);
            total.add(line);
        }
        subtotal(township, subtotal, rows);
        rows.sum("合计", total);
        return total;
    }

    private static void subtotal(@Nullable String township, Totals sum, Rows rows) throws IOException {
        if (township != null) {
            String name = township.isEmpty() ? "未注明镇（街）" : township;
            rows.sum("小计：" + name + " " + sum.people() + "人", sum);
        }
    }
}
