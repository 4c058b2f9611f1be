package org.zhubao.roster.excel;

import java.util.function.Consumer;

/** Shows the rows of one sheet, the first of its name. */
final class OneSheet implements SheetFile.Visitor {

    private final String name;
    private final Consumer<SheetRow> rows;
    private boolean found;

    OneSheet(String name, Consumer<SheetRow> rows) {
        this.name = name;
        this.rows = rows;
    }

    @Override
    public boolean enter(SheetFile.Sheet sheet) {
        boolean wanted = !found && sheet.name().equals(name);
        found |= wanted;
        return wanted;
    }

    @Override
    public boolean row(SheetRow row) {
        rows.accept(row);
        return true;
    }

    @Override
    public void leave() {
        // nothing is kept
    }
}
