package org.zhubao.roster.excel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/** Puts the records of an xls workbook together to sheets and rows. Cells come row by row. */
final class XlsRecords implements HSSFListener {

    /** 65,536 rows of a few dozen cells with their formats; more is no roster. */
    private static final int MAX_RECORDS = 5_000_000;

    private final SheetFile.Visitor visitor;
    private final XlsLayouts layouts;
    private final XlsCells cells = new XlsCells();
    private final List<BoundSheetRecord> bounds = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private Deque<BoundSheetRecord> sheets = new ArrayDeque<>();
    private boolean dates1904;
    private boolean wanted;
    private int depth;
    private int streams;
    private int records;

    XlsRecords(SheetFile.Visitor visitor, XlsLayouts layouts) {
        this.visitor = visitor;
        this.layouts = layouts;
    }

    @Override
    public void processRecord(Record record) {
        if (++records > MAX_RECORDS) {
            throw new RosterFileRefused(Reason.TOO_LARGE);
        }
        if (record instanceof BOFRecord) {
            begin();
        } else if (record instanceof EOFRecord) {
            end();
        } else if (depth == 1 && streams == 1) {
            workbook(record);
        } else if (depth == 1 && wanted) {
            sheet(record);
        }
    }

    /** Charts inside a sheet are streams of their own: only the outermost count. */
    private void begin() {
        if (++depth > 1) {
            return;
        }
        if (++streams == 2) {
            sheets = new ArrayDeque<>(List.of(BoundSheetRecord.orderByBofPosition(bounds)));
        }
        if (streams > 1 && !sheets.isEmpty()) {
            BoundSheetRecord sheet = sheets.remove();
            hiddenRows.clear();
            boolean visible = !sheet.isHidden() && !sheet.isVeryHidden();
            wanted = visitor.enter(
                    new SheetFile.Sheet(sheet.getSheetname(), visible, dates1904, layouts.of(streams - 2)));
        }
    }

    private void end() {
        if (depth-- == 1) {
            finish();
        }
    }

    /** The last row of a sheet, also of one that was cut off. */
    void finish() {
        if (wanted) {
            row();
            leave();
        }
    }

    private void workbook(Record record) {
        if (record instanceof BoundSheetRecord bound) {
            bounds.add(bound);
        } else if (record instanceof SSTRecord strings) {
            cells.strings(strings);
        } else if (record instanceof DateWindow1904Record window) {
            dates1904 = window.getWindowing() == 1;
        }
    }

    private void sheet(Record record) {
        if (record instanceof RowRecord row) {
            hiddenRows.set(row.getRowNumber(), row.getZeroHeight());
        } else if (record instanceof StringRecord text) {
            cells.formulaText(text);
        } else if (record instanceof CellValueRecordInterface cell) {
            if (cell.getRow() != cells.row()) {
                row();
            }
            if (wanted) {
                cells.add(cell);
            }
        }
    }

    /** Hands over the row that is complete. */
    private void row() {
        if (!cells.isEmpty() && !visitor.row(cells.take(hiddenRows))) {
            leave();
        }
    }

    private void leave() {
        if (wanted) {
            wanted = false;
            visitor.leave();
        }
    }
}
