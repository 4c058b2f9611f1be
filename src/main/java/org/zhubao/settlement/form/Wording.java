package org.zhubao.settlement.form;

import java.time.LocalDate;
import org.zhubao.settlement.SheetContent;

/** Phrases that all forms share. */
final class Wording {

    private Wording() {}

    /** The county's medical-insurance bureau, which fills in every sheet. */
    static String bureau(SheetContent content) {
        return content.countyName() + "医疗保障局";
    }

    /** A void sheet says so above everything else. */
    static String title(SheetContent content, String title) {
        return content.revoked() ? "【已作废】" + title : title;
    }

    static String date(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
