package org.zhubao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of moves, cell by cell: a plus may be, a dot may not, D only with a department, B only without. */
class SheetStatusTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "FROZEN,    . D D B . +",
        "DISPUTED,  + . . . . +",
        "CONFIRMED, . . . + . +",
        "APPROVED,  . . . . + +",
        "PAID,      . . . . . .",
        "VOID,      . . . . . .",
    })
    void aSheetMovesOnOnlyAsTheTableSays(SheetStatus from, String row) {
        List<String> cells = List.of(row.split(" "));
        for (SheetStatus to : SheetStatus.values()) {
            String cell = cells.get(to.ordinal());
            assertThat(from.mayBecome(to, true))
                    .as("%s to %s, with a department", from, to)
                    .isEqualTo(cell.equals("+") || cell.equals("D"));
            assertThat(from.mayBecome(to, false))
                    .as("%s to %s, without", from, to)
                    .isEqualTo(cell.equals("+") || cell.equals("B"));
        }
    }
}
