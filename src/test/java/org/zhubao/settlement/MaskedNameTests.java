package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNameTests {

    @ParameterizedTest
    @CsvSource({"张三, 张*", "欧阳修文, 欧***", "扎西·次仁, 扎****", "𠮷田, 𠮷*", "王, *"})
    void theFirstCharacterStandsAndNothingElse(String name, String masked) {
        assertThat(MaskedName.of(name)).isEqualTo(masked);
    }
}
