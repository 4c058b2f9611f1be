package org.zhubao.roster.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount of yuan as it stands in a cell: 280, 280.00, ¥1,280.50, 280元, or a number. */
final class WrittenAmount {

    private static final Pattern YUAN = Pattern.compile("-?(\\d{1,9}|\\d{1,3}(,\\d{3}){1,2})(\\.\\d{1,2}0*)?");
    private static final int FEN_DIGITS = 2;

    /** Ten million yuan, of which a payment is taken for a slip of the hand; the database has the same limit. */
    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(1_000_000_000);

    /** A workbook keeps 196.1 as 196.09999999999999432: its last digits are the machine's. */
    private static final MathContext TYPED = new MathContext(15);

    private WrittenAmount() {}

    /** @return fen, exactly; empty for whatever is no amount, less than a whole fen, or too much to be one */
    static Optional<Long> fen(SheetCell cell) {
        if (cell.number() != null) {
            return fen(cell.number().round(TYPED));
        }
        String text = Text.compact(cell.value()).replaceFirst("^[¥￥]", "").replaceFirst("元$", "");
        return YUAN.matcher(text).matches() ? fen(new BigDecimal(text.replace(",", ""))) : Optional.empty();
    }

    private static Optional<Long> fen(BigDecimal yuan) {
        BigDecimal fen = yuan.movePointRight(FEN_DIGITS).stripTrailingZeros();
        return fen.scale() > 0 || fen.abs().compareTo(TOO_MUCH) >= 0
                ? Optional.empty()
                : Optional.of(fen.longValueExact());
    }
}
