package org.zhubao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "身份证号",
                "身份证号码",
                "公民身份号码",
                "身份证件号码",
                "证件号码",
                "身份证",
                "*身份证号",
                "身份证号：",
                "身份证\n号码",
                " 身 份 证 号 ",
                "身份证号码（18位）",
                "身份证号码(请设为文本格式)"
            })
    void oneColumnHasManyHeadings(String written) {
        assertThat(Column.ofHeading(written)).contains(Column.ID_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "人员身份标识, IDENTITY",
        "医疗救助身份, IDENTITY",
        "镇（街）, TOWNSHIP",
        "村(居), VILLAGE",
        "残疾人证号, CERTIFICATE_NUMBER",
        "户主身份证号, HOUSEHOLD_HEAD",
        "死亡时间, DIED_ON",
        "迁入地, MOVED_TO"
    })
    void headingsOfTheSampleListsAreKnown(String written, Column column) {
        assertThat(Column.ofHeading(written)).contains(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"户主姓名", "监护人身份证号", "监护人姓名", "银行卡号", "", "姓名张三"})
    void headingsOfOtherPeopleAndThingsAreNotMistakenForOurs(String written) {
        assertThat(Column.ofHeading(written)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void everyColumnIsFoundByItsUsualHeading(Column column) {
        assertThat(Column.ofHeading(column.usualHeading())).contains(column);
    }
}
