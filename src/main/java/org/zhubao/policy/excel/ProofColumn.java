package org.zhubao.policy.excel;

import java.util.Locale;

/** The columns of a proof on paper. */
enum ProofColumn {
    NUMBER(5),
    FINDING(16),
    ABOUT(15),
    EXAMPLE(18),
    RESULTS(24),
    QUOTES(36),
    PEOPLE(7),
    RULING(26),
    DECISION(20),
    SIGNATURE(18);

    private final int width;

    ProofColumn(int width) {
        this.width = width;
    }

    /** In characters of the standard font. */
    int width() {
        return width;
    }

    String messageKey() {
        return "policy.workbook." + name().toLowerCase(Locale.ROOT);
    }

    /** How many lines the text needs here; offices do not fit heights when they open a file. */
    int lines(String text) {
        return lines(text, width - 2);
    }

    static int lines(String text, int room) {
        return text.lines()
                .mapToInt(line -> Math.max(1, (halfWidths(line) + room - 1) / room))
                .sum();
    }

    /** Latin letters and digits are half as wide as Chinese characters. */
    private static int halfWidths(String text) {
        return text.codePoints().map(c -> c < 0x100 ? 1 : 2).sum();
    }
}
