package org.zhubao.roster.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** The cells of one row of an xls sheet, as its records come in. */
final class XlsCells {

    private final List<SheetCell> cells = new ArrayList<>();
    private @Nullable SSTRecord strings;
    private int row = -1;
    private int formulaPosition = -1;

    void strings(SSTRecord table) {
        strings = table;
    }

    /** The row the cells belong to, from 0. */
    int row() {
        return row;
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    void add(CellValueRecordInterface record) {
        row = record.getRow();
        formulaPosition =
                record instanceof FormulaRecord formula && formula.hasCachedResultString() ? record.getColumn() : -1;
        set(record.getColumn(), cell(record));
    }

    /** The text that the formula just read came to. */
    void formulaText(StringRecord text) {
        if (formulaPosition >= 0) {
            set(formulaPosition, SheetCell.text(text.getString()));
            formulaPosition = -1;
        }
    }

    /** @return the row; the next cells begin another one */
    SheetRow take(BitSet hiddenRows) {
        SheetRow taken = new SheetRow(row + 1, hiddenRows.get(row), cells);
        cells.clear();
        formulaPosition = -1;
        return taken;
    }

    private void set(int position, SheetCell cell) {
        if (position >= SheetRow.MAX_COLUMNS) {
            return;
        }
        while (cells.size() <= position) {
            cells.add(SheetCell.BLANK);
        }
        cells.set(position, cell);
    }

    private SheetCell cell(CellValueRecordInterface record) {
        if (record instanceof LabelSSTRecord label) {
            return strings == null
                    ? SheetCell.BLANK
                    : SheetCell.text(strings.getString(label.getSSTIndex()).getString());
        }
        if (record instanceof LabelRecord label) {
            return SheetCell.text(label.getValue());
        }
        if (record instanceof NumberRecord number) {
            return SheetCell.number(BigDecimal.valueOf(number.getValue()));
        }
        if (record instanceof BoolErrRecord value) {
            return SheetCell.text(
                    value.isBoolean()
                            ? String.valueOf(value.getBooleanValue())
                            : FormulaError.forInt(value.getErrorValue()).getString());
        }
        return record instanceof FormulaRecord formula ? formula(formula) : SheetCell.BLANK;
    }

    private static SheetCell formula(FormulaRecord formula) {
        return switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> SheetCell.number(BigDecimal.valueOf(formula.getValue()));
            case BOOLEAN -> SheetCell.text(String.valueOf(formula.getCachedBooleanValue()));
            case ERROR ->
                SheetCell.text(
                        FormulaError.forInt(formula.getCachedErrorValue()).getString());
            default -> SheetCell.BLANK;
        };
    }
}
