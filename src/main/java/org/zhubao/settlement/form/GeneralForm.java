package org.zhubao.settlement.form;

import java.math.BigDecimal;
import java.util.List;
import org.zhubao.settlement.ChineseCapitals;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Band.Cell;
import org.zhubao.settlement.form.Band.Style;

/** The usual form where a notice prescribes none: one fund, subtotals by township, the total also in capitals. */
final class GeneralForm implements Form {

    private static final int FUND_COLUMN = 7;

    private static final List<Column> COLUMNS = List.of(
            Column.sequence("序号", 6),
            Column.centred("姓名", 13, SheetLine::name),
            Column.centred("身份证号码", 22, SheetLine::idNumber),
            Column.centred("镇（街）", 13, SheetLine::townshipName),
            Column.centred("资助身份", 18, SheetLine::paidAs),
            Column.centred("依据条款", 26, SheetLine::clause),
            Column.amount("个人缴费标准", 16, SheetLine::premiumFen),
            Column.amount("资助金额", 16, SheetLine::fundFen),
            Column.amount("个人缴纳", 16, SheetLine::payableFen),
            Column.text("备注", 22, GeneralForm::remark));

    /**
     * Where other funds bear a part, too, it is named: the premium is only then the sum of what the line shows. An advance
     * or a difference is no such sum, and what others have yet to give or to get back is on their own sheets.
     */
    private static String remark(SheetLine line) {
        long shown = line.fundFen() + line.medicalAssistanceFen() + line.payableFen();
        if (line.medicalAssistanceFen() == 0 || shown != line.premiumFen()) {
            return line.remark();
        }
        String others = "其他资金%s元"
                .formatted(BigDecimal.valueOf(line.medicalAssistanceFen(), 2).toPlainString());
        return line.remark().isEmpty() ? others : line.remark() + "；" + others;
    }

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
    public List<Band> head(SheetContent content) {
        String fund = "参保年度：" + content.benefitYear() + "年　资金渠道：" + content.fundName();
        return List.of(
                Band.whole(34, COLUMNS.size(), Wording.title(content, content.title()), Style.TITLE),
                new Band(
                        24,
                        List.of(
                                new Cell(0, 3, "填表单位（盖章）：" + Wording.bureau(content), Style.LEFT),
                                new Cell(4, 6, fund, Style.LEFT),
                                new Cell(7, 9, "填表时间：" + Wording.date(content.frozenOn()) + "　单位：元", Style.RIGHT))));
    }

    @Override
    public List<Band> foot(Totals totals) {
        long fen = totals.fen(FUND_COLUMN);
        String label = fen < 0 ? "应收回金额合计（大写）：" : "资助金额合计（大写）：";
        String sum = label + ChineseCapitals.of(Math.abs(fen)) + "　　人数：" + totals.people() + "人";
        return List.of(
                Band.whole(26, COLUMNS.size(), sum, Style.FRAMED),
                new Band(
                        48,
                        List.of(
                                new Cell(0, 2, "经办人：", Style.LEFT),
                                new Cell(3, 4, "复核人：", Style.LEFT),
                                new Cell(5, 6, "部门（盖章）：", Style.LEFT),
                                new Cell(7, 9, "财政（盖章）：", Style.LEFT))));
    }
}
