package org.zhubao.settlement.form;

import java.time.LocalDate;
import java.util.List;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Band.Cell;
import org.zhubao.settlement.form.Band.Style;

/** A public notice. It names nobody's identity and no fund: either would tell who is disabled. */
public final class NoticeForm implements Form {

    private static final List<Column> COLUMNS = List.of(
            Column.sequence("序号", 8),
            Column.centred("姓名", 24, SheetLine::name),
            Column.centred("身份证号码", 30, SheetLine::idNumber),
            Column.centred("镇（街）", 30, SheetLine::townshipName),
            Column.amount("资助金额", 20, SheetLine::fundFen));

    private final LocalDate until;

    /** @param until the last day on which it is up */
    public NoticeForm(LocalDate until) {
        this.until = until;
    }

    @Override
    public String tab() {
        return "公示名单";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public boolean hasSubtotals() {
        return true;
    }

    @Override
    public List<Band> head(SheetContent content) {
        String days = "公示期：" + Wording.date(content.frozenOn()) + "至" + Wording.date(until) + "　单位：元";
        return List.of(
                Band.whole(34, COLUMNS.size(), content.title(), Style.TITLE),
                new Band(
                        24,
                        List.of(
                                new Cell(0, 2, "公示单位：" + Wording.bureau(content), Style.LEFT),
                                new Cell(3, 4, days, Style.RIGHT))));
    }

    @Override
    public List<Band> foot(Totals totals) {
        return List.of(Band.whole(26, COLUMNS.size(), "对名单有异议的，请在公示期内向本局或所在镇（街）反映。公示期满即撤下。", Style.NOTE));
    }
}
