package org.zhubao.roster.excel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.zhubao.roster.excel.SheetLayout.Merge;

/** Hidden columns and merged cells of an xls workbook. The latter stand behind the cells, so it is read twice. */
final class XlsLayouts implements HSSFListener {

    private final List<SheetLayout> layouts = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final List<Merge> merges = new ArrayList<>();
    private int depth;
    private int streams;

    @Override
    public void processRecord(Record record) {
        if (record instanceof BOFRecord) {
            streams += ++depth == 1 ? 1 : 0;
        } else if (record instanceof EOFRecord) {
            end();
        } else if (depth == 1 && record instanceof ColumnInfoRecord columns && columns.getHidden()) {
            for (int i = columns.getFirstColumn();
                    i <= Math.min(columns.getLastColumn(), SheetRow.MAX_COLUMNS - 1);
                    i++) {
                hiddenColumns.add(i);
            }
        } else if (depth == 1 && record instanceof MergeCellsRecord areas) {
            for (int i = 0; i < areas.getNumAreas(); i++) {
                var area = areas.getAreaAt(i);
                merges.add(new Merge(area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn()));
            }
        }
    }

    /** The first stream is the workbook's own. */
    private void end() {
        if (--depth == 0 && streams > 1) {
            layouts.add(new SheetLayout(hiddenColumns, merges));
            hiddenColumns.clear();
            merges.clear();
        }
    }

    /** @param sheet from 0, in the order of the file */
    SheetLayout of(int sheet) {
        return sheet < layouts.size() ? layouts.get(sheet) : SheetLayout.PLAIN;
    }
}
