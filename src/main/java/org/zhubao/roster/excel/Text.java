package org.zhubao.roster.excel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** White space and width as they occur in Chinese office files. */
final class Text {

    private static final String SPACE = "[\\s\\p{Z}\\p{Cf}\\u0085]";
    private static final Pattern SPACES = Pattern.compile(SPACE + "+");
    private static final Pattern ENDS = Pattern.compile("^" + SPACE + "+|" + SPACE + "+$");

    private Text() {}

    /** Without white space, full-width and invisible characters at both ends. */
    static String trim(String text) {
        return isPlain(text) ? text : ENDS.matcher(text).replaceAll("");
    }

    /** Full-width forms made usual (NFKC), without any white space. */
    static String compact(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    /** Most cells begin and end with a Chinese character or a digit: they need no pattern. */
    private static boolean isPlain(String text) {
        return text.isEmpty() || isInk(text.charAt(0)) && isInk(text.charAt(text.length() - 1));
    }

    private static boolean isInk(char c) {
        return c > ' ' && c < 127 || c >= 0x4E00 && c <= 0x9FFF;
    }
}
