package org.zhubao.settlement;

/**
 * An amount in the capitals that Chinese vouchers carry beside the figures: 人民币壹万贰仟叁佰元整.
 *
 * <p>After 《正确填写票据和结算凭证的基本规定》 (annex 1 of 支付结算办法, 1997): 整 follows where the amount ends with
 * yuan; several zeros in a row are one 零; a zero at the place of yuan before jiao, or of jiao before fen, is said; a
 * zero that ends a group of four before thousands is not. 整 is left out after jiao, as the rule permits.
 */
public final class ChineseCapitals {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿"};
    private static final long FEN_PER_YUAN = 100;
    private static final long LIMIT_YUAN = 1_000_000_000_000L;

    private ChineseCapitals() {}

    /**
     * @param fen negative for money taken back, below a million million yuan either way
     * @throws IllegalArgumentException beyond that
     */
    public static String of(long fen) {
        long yuan = Math.abs(fen / FEN_PER_YUAN);
        int rest = (int) Math.abs(fen % FEN_PER_YUAN);
        if (yuan >= LIMIT_YUAN) {
            throw new IllegalArgumentException("too much for capitals: " + fen + " fen");
        }
        String sign = fen < 0 ? "负" : "";
        return "人民币" + sign + yuan(yuan, rest) + jiaoAndFen(yuan, rest / 10, rest % 10);
    }

    private static String yuan(long yuan, int rest) {
        return yuan == 0 && rest > 0 ? "" : integer(yuan) + "元";
    }

    private static String integer(long yuan) {
        if (yuan == 0) {
            return digit(0);
        }
        StringBuilder text = new StringBuilder();
        long divisor = 100_000_000L;
        for (int group = GROUPS.length - 1; group >= 0; group--, divisor /= 10_000) {
            int four = (int) (yuan / divisor % 10_000);
            if (four > 0) {
                boolean zeroBefore =
                        !text.isEmpty() && (four < 1_000 || text.charAt(text.length() - 1) == '亿' && group == 0);
                text.append(zeroBefore ? digit(0) : "").append(four(four)).append(GROUPS[group]);
            }
        }
        return text.toString();
    }

    /** Up to four digits, 1 to 9999, without a zero in front or behind. */
    private static String four(int number) {
        StringBuilder text = new StringBuilder();
        boolean zero = false;
        int divisor = 1_000;
        for (int place = PLACES.length - 1; place >= 0; place--, divisor /= 10) {
            int digit = number / divisor % 10;
            if (digit > 0) {
                text.append(zero && !text.isEmpty() ? digit(0) : "")
                        .append(digit(digit))
                        .append(PLACES[place]);
            }
            zero = digit == 0;
        }
        return text.toString();
    }

    private static String jiaoAndFen(long yuan, int jiao, int fen) {
        if (jiao == 0 && fen == 0) {
            return "整";
        }
        boolean zeroBefore = yuan > 0 && (jiao == 0 || yuan % 10 == 0);
        return (zeroBefore ? digit(0) : "") + (jiao > 0 ? digit(jiao) + "角" : "") + (fen > 0 ? digit(fen) + "分" : "");
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
