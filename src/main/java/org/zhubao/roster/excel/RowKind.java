package org.zhubao.roster.excel;

import java.util.regex.Pattern;
import org.zhubao.roster.Column;

/** Tells people from everything else that stands below the heading of a table. */
enum RowKind {
    PERSON,
    /** Blank, a repeated heading, a total, a note, a signature line, a line prepared for nobody. */
    OTHER;

    /** How totals, notes and signatures begin. A name may not: each is followed by its end, a colon or a number. */
    private static final Pattern FOOTER =
            Pattern.compile("(合计|总计|小计|共计|总人数|合计人数)([:(\\d].*)?|共\\d+.*|(注|备注|说明|填表说明|填报说明)([:.、\\d].*|$)"
                    + "|(填表人?|填报人?|制表人?|审核人?|审批人?|经办人?|复核人?|负责人|单位负责人|分管领导|主要领导"
                    + "|填表单位|填报单位|报送单位|单位|部门|盖章|公章|签字|签章|日期|填表日期|填表时间|填报日期|填报时间"
                    + "|联系电话|联系人|电话)(\\([^)]*\\))?:.*|\\((盖章|公章|签章|签字)\\).*");

    private static final Pattern COLUMN_COUNT = Pattern.compile("\\d{1,2}");

    static RowKind of(SheetRow row, Header header) {
        if (row.isBlank() || isFooter(row, header)) {
            return OTHER;
        }
        SheetCell number = header.cell(row, Column.ID_NUMBER);
        if (WrittenNumber.isLikely(number)) {
            return PERSON;
        }
        if (header.isRepeatedBy(row) || isColumnCount(row, header)) {
            return OTHER;
        }
        boolean named = !header.cell(row, Column.NAME).isBlank();
        boolean alone = row.cells().stream().filter(cell -> !cell.isBlank()).count() == 1;
        return !alone && (named || !number.isBlank()) ? PERSON : OTHER;
    }

    /** Forms number their columns below the heading: 1, 2, 3 … */
    private static boolean isColumnCount(SheetRow row, Header header) {
        return COLUMN_COUNT.matcher(header.cell(row, Column.NAME).value()).matches();
    }

    /** Only where such a line begins, or in the name's place: a person's remark may use the same words. */
    private static boolean isFooter(SheetRow row, Header header) {
        int first = 0;
        while (row.cell(first).isBlank()) {
            first++;
        }
        return isFooter(row.cell(first)) || isFooter(header.cell(row, Column.NAME));
    }

    private static boolean isFooter(SheetCell cell) {
        if (cell.isBlank() || cell.isNumber()) {
            return false;
        }
        return FOOTER.matcher(Text.compact(cell.value())).matches();
    }
}
