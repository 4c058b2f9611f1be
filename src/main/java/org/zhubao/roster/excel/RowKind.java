package org.zhubao.roster.excel;

import java.util.regex.Pattern;
import org.zhubao.roster.Column;

/** Tells people from everything else that stands below the heading of a table. */
enum RowKind {
    PERSON,
    /** Blank, a repeated heading, a total, a note, a signature line, a line prepared for nobody. */
    OTHER;

    /** How totals, notes and signatures begin. A name may not: each is followed by its end, a colon or a number. */
    private static final Pattern FOOTER = Pattern.compile(String.join(
            "|",
            "\\p{IsHan}{0,12}(合计|总计|小计|共计|累计|总人数|合计人数)([:(\\d].*)?",
            "(本页|以上|全[县区市镇乡村])?共\\d+.*",
            "[*※★]*(注|备注|附注|说明|填表说明|填报说明)([:.、\\d].*|$)",
            "(填表人?|填报人?|制表人?|审核人?|审批人?|经办人?|复核人?|负责人|单位负责人|分管领导|主要领导"
                    + "|填表单位|填报单位|报送单位|单位|部门|盖章|公章|签字|签章|联系人)(\\([^)]*\\))?:.*",
            "(填表|填报|制表|审核|打印|导出|上报|报送|统计|联系)?(日期|时间|电话|方式)(\\([^)]*\\))?(:.*|$)",
            "\\p{IsHan}{1,8}(签字|签名|签章|盖章)(\\([^)]*\\))?:.*",
            "\\((盖章|公章|签章|签字)\\).*",
            "\\(?(以下|本页)(空白|无正文)\\)?"));

    /** What forms put where nobody stands. */
    private static final Pattern FILLER = Pattern.compile("[-/\\\\—–]+|无|空");

    private static final Pattern COLUMN_COUNT = Pattern.compile("\\d{1,2}");

    static RowKind of(SheetRow row, Header header) {
        SheetCell number = header.cell(row, Column.ID_NUMBER);
        if (WrittenNumber.isCitizens(number)) {
            return PERSON;
        }
        if (row.isBlank() || isFooter(row, header) || isNobody(row, header)) {
            return OTHER;
        }
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

    private static boolean isNobody(SheetRow row, Header header) {
        String number = Text.compact(header.cell(row, Column.ID_NUMBER).value());
        return FILLER.matcher(Text.compact(header.cell(row, Column.NAME).value()))
                        .matches()
                && (number.isEmpty() || FILLER.matcher(number).matches());
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
