package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SheetLineTests {

    @Test
    void aLineInALogGivesNobodyAway() {
        assertThat(line(1, "张三", "510402195001011234").toString())
                .contains("510402********1234")
                .doesNotContain("510402195001011234", "张三");
    }

    @Test
    void aLineWithoutANameOrNumberIsNoLine() {
        assertThatThrownBy(() -> line(1, " ", "510402195001011234")).hasMessage("line 1 names nobody");
        assertThatThrownBy(() -> line(1, "张三", "")).hasMessage("line 1 names nobody");
        assertThatThrownBy(() -> line(0, "张三", "510402195001011234")).hasMessageContaining("from 1");
    }

    @Test
    void aNumberThatCannotNameAFileIsRefused() {
        assertThatThrownBy(() -> content("JS/2025", "0123456789abcdef")).hasMessageContaining("JS/2025");
        assertThatThrownBy(() -> content("JS-2025", "?")).hasMessageContaining("digest");
        assertThat(content("JS-2025", "0123456789abcdef").shortDigest()).isEqualTo("0123456789ab");
    }

    private static SheetLine line(int sequence, String name, String idNumber) {
        return new SheetLine(sequence, name, idNumber, "银江镇", null, null, "残疾人", "三(二)", 40_000, 0, 40_000, 0, "");
    }

    private static SheetContent content(String number, String digest) {
        return new SheetContent(
                number, "表", SheetForm.GENERAL, "东区", "残联资金", 2025, LocalDate.of(2025, 1, 15), digest, false);
    }
}
