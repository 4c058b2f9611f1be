package org.zhubao.roster.excel;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.zhubao.roster.CheckedRow;
import org.zhubao.roster.Column;
import org.zhubao.roster.RosterExpectation;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterShape;

/** The rows below a heading. */
final class Table {

    private final SheetFile.Sheet sheet;
    private final HiddenColumns hiddenColumns;
    private final MergedCells merged;
    private final Header header;
    private final String title;
    private final RowCheck check;
    private final Origin origin;
    private final LostDigits lost = new LostDigits();
    private final Consumer<CheckedRow> rows;
    private int people;
    private int hidden;

    /** @throws RosterFileRefused when the heading is ambiguous or the title names another county */
    Table(
            RosterExpectation expected,
            SheetFile.Sheet sheet,
            HiddenColumns hiddenColumns,
            List<SheetRow> above,
            Header header,
            Consumer<CheckedRow> rows) {
        this.sheet = sheet;
        this.hiddenColumns = hiddenColumns;
        this.merged = new MergedCells(sheet.layout());
        this.header = header;
        this.title = above.stream().map(SheetRow::text).collect(Collectors.joining("\n"));
        this.origin = new Origin(expected, title);
        this.check = new RowCheck(expected, header, sheet.dates1904(), origin);
        this.rows = rows;
        header.refuseDoubles();
        origin.refuseOtherCountyTitle();
    }

    void read(SheetRow shown) {
        SheetRow row = merged.fill(shown);
        if (RowKind.of(row, header) == RowKind.OTHER) {
            return;
        }
        if (row.hidden()) {
            hidden++;
            return;
        }
        people++;
        CheckedRow checked = check.check(row);
        lost.count(checked);
        origin.count(checked, header.cell(row, Column.COUNTY).value());
        rows.accept(checked);
    }

    int people() {
        return people;
    }

    /** @throws RosterFileRefused when most rows are somebody else's, or their numbers have lost the last digits */
    RosterShape shape(List<String> skippedSheets) {
        origin.refuseForeignRows();
        lost.refuse(people);
        return new RosterShape(
                sheet.name(),
                title,
                header.lastRow(),
                header.headings(),
                header.positions(),
                people,
                skippedSheets,
                hidden,
                hiddenColumns.skipped(),
                merged.filled());
    }
}
