package org.zhubao.settlement.excel;

import static org.zhubao.settlement.excel.Look.CENTRED;
import static org.zhubao.settlement.excel.Look.LINE;
import static org.zhubao.settlement.excel.Look.LINE_END;
import static org.zhubao.settlement.excel.Look.TEXT;
import static org.zhubao.settlement.excel.Look.TITLE;
import static org.zhubao.settlement.excel.Look.TOTAL_LINE;

import java.util.List;
import org.zhubao.settlement.ChineseCapitals;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetLine;

/** The usual form where a notice prescribes none: one fund, subtotals by township, the total also in capitals. */
final class GeneralForm implements Form {

    private static final int FUND_COLUMN = 7;

    private static final List<Column> COLUMNS = List.of(
            new Column.Sequence("序号", 6),
            new Column.Words("姓名", 14, CENTRED, SheetLine::name),
            new Column.Words("身份证号码", 23, CENTRED, SheetLine::idNumber),
            new Column.Words("镇（街）", 13, CENTRED, SheetLine::townshipName),
            new Column.Words("资助身份", 18, CENTRED, SheetLine::paidAs),
            new Column.Words("依据条款", 11, CENTRED, SheetLine::clause),
            new Column.Amount("个人缴费标准", 17, SheetLine::premiumFen),
            new Column.Amount("资助金额", 17, SheetLine::fundFen),
            new Column.Amount("个人缴纳", 16, SheetLine::payableFen),
            new Column.Words("备注", 14, TEXT, SheetLine::remark));

    @Override
    public String tab() {
        return "结算表";
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
    public void head(Page page, SheetContent content) {
        page.line(content.title(), TITLE, 34);
        page.span(0, 3, "填表单位（盖章）：" + Wording.bureau(content), LINE);
        page.span(4, 6, "参保年度：" + content.benefitYear() + "年　资金渠道：" + content.fundName(), LINE);
        page.span(7, 9, "填表时间：" + Wording.date(content.frozenOn()) + "　单位：元", LINE_END);
        page.height(24);
        page.next();
    }

    @Override
    public void foot(Page page, Totals totals) {
        String capitals = ChineseCapitals.of(totals.fen(FUND_COLUMN));
        page.line("资助金额合计（大写）：" + capitals + "　　人数：" + totals.people() + "人", TOTAL_LINE, 26);
        page.span(0, 2, "经办人：", LINE);
        page.span(3, 4, "复核人：", LINE);
        page.span(5, 6, "部门（盖章）：", LINE);
        page.span(7, 9, "财政（盖章）：", LINE);
        page.height(48);
        page.next();
    }
}
