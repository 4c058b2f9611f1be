package org.zhubao.settlement.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhubao.settlement.SheetLine;

/** Lines of forms break where a clerk would break them. */
class WrappingTests {

    @ParameterizedTest
    @CsvSource({
        "二（三）、二、一（二）, 二（三）、|二、|一（二）",
        "二（二）4、二（二）, 二（二）4、|二（二）",
        "四（一）2（3）, 四（一）2|（3）",
        "清算（原已结算126.00元）, 清|算|（原|已|结|算|126.00元）",
        "低保-残疾人, 低|保|-|残|疾|人",
        "王𠮷, 王|𠮷",
        "甲, 甲",
    })
    void articlesNumbersAndBracketsStayWhole(String text, String parts) {
        assertThat(String.join("|", Wrapping.parts(text))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "二（一）, 1",
        "二（三）、二、一（二）、, 1",
        "三（三）、三、五（二）、四（一）、三（七）, 2",
        "一二三四五六七八九十一二、, 2",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十, 3",
    })
    void aCellIsAsHighAsItsText(String text, int lines) {
        assertThat(Column.text("依据条款", 26, SheetLine::clause).textLines(text)).isEqualTo(lines);
    }
}
