package org.zhubao.support;

import java.math.BigDecimal;

/** Amounts as a season's tables write them: yuan with or without two places. */
public final class Yuan {

    private Yuan() {}

    public static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    public static String of(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
