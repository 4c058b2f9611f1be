package org.zhubao.settlement.form;

import java.util.List;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetLine;
import org.zhubao.settlement.form.Band.Cell;
import org.zhubao.settlement.form.Band.Style;

/**
 * The annex of 攀残规〔2024〕1号, to the letter. The county's medical-insurance bureau fills it in for the federation
 * (五(三) of the notice), so the bureau is the unit that stamps it.
 */
final class AnnexForm implements Form {

    private static final String EXPLANATION = "填表说明：1.本表只填写符合资助参保条件的残疾人信息，单位：元。"
            + "2.资助对象中的特困人员、孤儿由医疗救助资金全额资助参保（此类人员不填入本表）；"
            + "低保对象、防止返贫监测对象由医疗救助资金支付个人缴费标准的75%，残联资助25%；其他残疾人由残联全额资助参保。";

    private static final String TITLE = "攀枝花市资助残疾人参加城乡居民基本医疗保险费用结算明细表";

    private static final List<Column> COLUMNS = List.of(
            Column.sequence("序号", 6),
            Column.centred("姓名", 16, SheetLine::name),
            Column.centred("身份证号码", 23, SheetLine::idNumber),
            Column.centred("残疾类别", 8, SheetLine::disabilityCategory),
            Column.centred("残疾等级", 8, SheetLine::disabilityGrade),
            Column.centred("资助身份", 16, SheetLine::paidAs),
            Column.amount("资助标准", 17, SheetLine::premiumFen),
            Column.amount("医疗救助资金支付金额", 20, SheetLine::medicalAssistanceFen),
            Column.amount("残联资助金额", 17, SheetLine::fundFen),
            Column.text("备注", 15, SheetLine::remark));

    @Override
    public String tab() {
        return "结算明细表";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public boolean hasSubtotals() {
        return false;
    }

    @Override
    public List<Band> head(SheetContent content) {
        return List.of(
                Band.whole(34, COLUMNS.size(), Wording.title(content, TITLE), Style.TITLE),
                new Band(
                        24,
                        List.of(
                                new Cell(0, 5, "填表单位（盖章）：" + Wording.bureau(content), Style.LEFT),
                                new Cell(6, 9, "填表时间：" + Wording.date(content.frozenOn()), Style.RIGHT))));
    }

    @Override
    public List<Band> foot(Totals totals) {
        return List.of(
                Band.whole(32, COLUMNS.size(), EXPLANATION, Style.NOTE),
                new Band(30, List.of(new Cell(0, 5, "填表人：", Style.LEFT), new Cell(6, 9, "联系电话：", Style.LEFT))));
    }
}
