package org.zhubao.settlement.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a text may go on to the next line: no line begins with a mark that closes or ends with one that opens, numbers,
 * amounts and Latin words stay whole, and so do the articles of a notice, 二（三）1.
 */
public final class Wrapping {

    private static final String CLOSING = "）》】〕”’、，。；：！？…";
    private static final String OPENING = "（《【〔“‘";
    private static final String NUMERALS = "一二三四五六七八九十";

    private Wrapping() {}

    /** The parts that stay whole, in their order; together they are the text. */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i < text.length(); i++) {
            if (!belongs(text.charAt(i - 1), text.charAt(i))) {
                parts.add(text.substring(begin, i));
                begin = i;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    private static boolean belongs(char before, char next) {
        return CLOSING.indexOf(next) >= 0
                || OPENING.indexOf(before) >= 0
                || next == '（' && NUMERALS.indexOf(before) >= 0
                || next == '元' && isLatin(before)
                || isLatin(next) && (isLatin(before) || before == '）')
                || Character.isLowSurrogate(next);
    }

    private static boolean isLatin(char c) {
        return c < 0x100 && !Character.isWhitespace(c);
    }
}
