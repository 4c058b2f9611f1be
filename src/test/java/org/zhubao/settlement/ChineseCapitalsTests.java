package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseCapitalsTests {

    @ParameterizedTest(name = "{0} fen")
    @CsvSource({
        "140950, 人民币壹仟肆佰零玖元伍角",
        "600714, 人民币陆仟零柒元壹角肆分",
        "168032, 人民币壹仟陆佰捌拾元零叁角贰分",
        "10700053, 人民币壹拾万柒仟元零伍角叁分",
        "1640902, 人民币壹万陆仟肆佰零玖元零贰分",
        "32504, 人民币叁佰贰拾伍元零肆分",
    })
    void theRegulationsOwnExamplesAreWrittenAsTheRegulationWritesThem(long fen, String capitals) {
        assertThat(ChineseCapitals.of(fen)).isEqualTo(capitals);
    }

    @ParameterizedTest(name = "{0} fen")
    @CsvSource({
        "1230000, 人民币壹万贰仟叁佰元整",
        "1000, 人民币壹拾元整",
        "10000000, 人民币壹拾万元整",
        "10010000, 人民币壹拾万零壹佰元整",
        "100000000, 人民币壹佰万元整",
        "10000000000, 人民币壹亿元整",
        "10000000100, 人民币壹亿零壹元整",
        "10000500000, 人民币壹亿零伍仟元整",
        "12000000000, 人民币壹亿贰仟万元整",
        "10200000000, 人民币壹亿零贰佰万元整",
        "100100100100, 人民币壹拾亿零壹佰万壹仟零壹元整",
        "99999999999999, 人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
    })
    void severalZerosInARowAreSaidOnce(long fen, String capitals) {
        assertThat(ChineseCapitals.of(fen)).isEqualTo(capitals);
    }

    @ParameterizedTest(name = "{0} fen")
    @CsvSource({"0, 人民币零元整", "5, 人民币伍分", "50, 人民币伍角", "55, 人民币伍角伍分", "2050, 人民币贰拾元零伍角"})
    void lessThanOneYuanHasNoYuan(long fen, String capitals) {
        assertThat(ChineseCapitals.of(fen)).isEqualTo(capitals);
    }

    @Test
    void moneyTakenBackIsNegative() {
        assertThat(ChineseCapitals.of(-40_000)).isEqualTo("人民币负肆佰元整");
        assertThat(ChineseCapitals.of(-5)).isEqualTo("人民币负伍分");
    }

    @Test
    void anAmountNoCountyEverPaysIsRefusedRatherThanWrittenWrongly() {
        assertThatThrownBy(() -> ChineseCapitals.of(100_000_000_000_000L)).hasMessageContaining("too much");
        assertThatThrownBy(() -> ChineseCapitals.of(Long.MIN_VALUE)).hasMessageContaining("too much");
    }
}
