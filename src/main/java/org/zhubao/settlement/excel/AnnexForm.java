package org.zhubao.settlement.excel;

import static org.zhubao.settlement.excel.Look.CENTRED;
import static org.zhubao.settlement.excel.Look.LINE;
import static org.zhubao.settlement.excel.Look.LINE_END;
import static org.zhubao.settlement.excel.Look.NOTE;
import static org.zhubao.settlement.excel.Look.TEXT;
import static org.zhubao.settlement.excel.Look.TITLE;

import java.util.List;
import org.zhubao.settlement.SheetContent;
import org.zhubao.settlement.SheetLine;

/**
 * The annex of 攀残规〔2024〕1号, to the letter. The county's medical-insurance bureau fills it in for the federation
 * (五(三) of the notice), so the bureau is the unit that stamps it.
 */
final class AnnexForm implements Form {

    private static final String EXPLANATION = "填表说明：1.本表只填写符合资助参保条件的残疾人信息，单位：元。"
            + "2.资助对象中的特困人员、孤儿由医疗救助资金全额资助参保（此类人员不填入本表）；"
            + "低保对象、防止返贫监测对象由医疗救助资金支付个人缴费标准的75%，残联资助25%；其他残疾人由残联全额资助参保。";

    private static final List<Column> COLUMNS = List.of(
            new Column.Sequence("序号", 6),
            new Column.Words("姓名", 16, CENTRED, SheetLine::name),
            new Column.Words("身份证号码", 23, CENTRED, SheetLine::idNumber),
            new Column.Words("残疾类别", 8, CENTRED, SheetLine::disabilityCategory),
            new Column.Words("残疾等级", 8, CENTRED, SheetLine::disabilityGrade),
            new Column.Words("资助身份", 16, CENTRED, SheetLine::paidAs),
            new Column.Amount("资助标准", 17, SheetLine::premiumFen),
            new Column.Amount("医疗救助资金支付金额", 17, SheetLine::medicalAssistanceFen),
            new Column.Amount("残联资助金额", 17, SheetLine::fundFen),
            new Column.Words("备注", 18, TEXT, SheetLine::remark));

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
    public void head(Page page, SheetContent content) {
        page.line("攀枝花市资助残疾人参加城乡居民基本医疗保险费用结算明细表", TITLE, 34);
        page.span(0, 5, "填表单位（盖章）：" + Wording.bureau(content), LINE);
        page.span(6, 9, "填表时间：" + Wording.date(content.frozenOn()), LINE_END);
        page.height(24);
        page.next();
    }

    @Override
    public void foot(Page page, Totals totals) {
        page.line(EXPLANATION, NOTE, 32);
        page.span(0, 5, "填表人：", LINE);
        page.span(6, 9, "联系电话：", LINE);
        page.height(30);
        page.next();
    }
}
