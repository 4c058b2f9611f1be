package org.zhubao.roster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts become fen, exactly or not at all. */
class WrittenAmountTests {

    @ParameterizedTest
    @CsvSource({
        "280, 28000",
        "280.5, 28050",
        "0.01, 1",
        "'1,280.00', 128000",
        "¥280.00, 28000",
        "２８０元, 28000",
        "-196, -19600",
        "0, 0",
        "196.1000, 19610",
        "9999999.99, 999999999"
    })
    void yuanAreReadAsTheyAreWritten(String written, long fen) {
        assertThat(WrittenAmount.fen(SheetCell.text(written))).contains(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "免缴",
                "280.005",
                "12,80",
                "1e3",
                "280元整",
                "10000000",
                "-10000000",
                "99999999999999999999"
            })
    void whatIsNoAmountIsNotGuessed(String written) {
        assertThat(WrittenAmount.fen(SheetCell.text(written))).isEmpty();
    }

    @Test
    void aNumberTheMachineKeepsInexactlyIsTheOneThatWasTyped() {
        assertThat(WrittenAmount.fen(SheetCell.number(new BigDecimal(196.1)))).contains(19610L);
        assertThat(WrittenAmount.fen(SheetCell.number(new BigDecimal("280")))).contains(28000L);
        assertThat(WrittenAmount.fen(SheetCell.number(new BigDecimal("0.005")))).isEmpty();
        assertThat(WrittenAmount.fen(SheetCell.number(new BigDecimal("1e10")))).isEmpty();
    }
}
