package org.zhubao.roster.excel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * White space and width as they occur in Chinese office files. Most cells hold nothing but Chinese characters, Latin
 * letters and digits, which need no change: these are told by a glance, because a list has millions of cells.
 */
final class Text {

    private static final String SPACE = "[\\s\\p{Z}\\p{Cf}\\u0085]";
    private static final Pattern SPACES = Pattern.compile(SPACE + "+");
    private static final Pattern ENDS = Pattern.compile("^" + SPACE + "+|" + SPACE + "+$");

    private Text() {}

    /** Without white space, full-width and invisible characters included, at both ends. */
    static String trim(String text) {
        return text.isEmpty() || isPlain(text.charAt(0)) && isPlain(text.charAt(text.length() - 1))
                ? text
                : ENDS.matcher(text).replaceAll("");
    }

    /** Full-width forms made usual (NFKC), without any white space. */
    static String compact(String text) {
        return isPlain(text)
                ? text
                : SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    /** Whether there is nothing but common Chinese characters. */
    static boolean isChinese(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isIdeograph(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < 127 || isIdeograph(c);
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }
}
