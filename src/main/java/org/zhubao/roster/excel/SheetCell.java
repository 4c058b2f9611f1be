package org.zhubao.roster.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell as it reaches us.
 *
 * @param shown the text on the screen
 * @param value what it says: trimmed, and nothing when its formula failed
 * @param number null for text, also for text made of digits
 */
record SheetCell(String shown, String value, @Nullable BigDecimal number) {

    static final SheetCell BLANK = new SheetCell("", "", null);

    /** A spreadsheet keeps this many digits of a number. */
    private static final MathContext PRECISION = new MathContext(15);

    private static final int SHOWN_DIGITS = 11;
    private static final Pattern ERROR = Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)");

    static SheetCell text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return BLANK;
        }
        String value = Text.trim(text);
        boolean failed = value.startsWith("#") && ERROR.matcher(value).matches();
        return new SheetCell(text, failed ? "" : value, null);
    }

    static SheetCell number(BigDecimal number) {
        String shown = asShown(number.round(PRECISION));
        return new SheetCell(shown, shown, number);
    }

    boolean isNumber() {
        return number != null;
    }

    boolean isBlank() {
        return value.isEmpty();
    }

    /** The general format: whole numbers up to 11 digits, longer ones as 5.10402E+17. */
    private static String asShown(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        int integerDigits = number.precision() - number.scale();
        if (integerDigits > SHOWN_DIGITS || integerDigits < -SHOWN_DIGITS) {
            BigDecimal rounded = number.round(new MathContext(6)).stripTrailingZeros();
            int exponent = rounded.precision() - rounded.scale() - 1;
            return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "E" + (exponent < 0 ? "" : "+") + exponent;
        }
        return number.stripTrailingZeros().toPlainString();
    }
}
