package org.zhubao.roster.excel;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names as departments write them. What came is kept; only the comparison forgives. */
final class WrittenName {

    /** The dots between the parts of a Tibetan, Uyghur or Yi name, after NFKC. */
    private static final Pattern DOTS = Pattern.compile("[·•・.‧∙⋅●。˙ᐧ᛫]");

    private static final Pattern DAMAGED = Pattern.compile("[?\\uFFFD\\d□■〓]|\\p{Cc}|[*#@,;、/]");

    /** Far more than any name has, in whatever script: beyond it the cell holds something else. */
    private static final int LONGEST = 100;

    private WrittenName() {}

    static boolean isEndless(String name) {
        return name.length() > LONGEST;
    }

    /** Two spellings of one name give the same; two names may do so too. */
    static String comparable(String name) {
        if (Text.isChinese(name)) {
            return name;
        }
        return DOTS.matcher(Text.compact(name)).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Whether a character was lost or does not belong into a name. */
    static boolean isDamaged(String name) {
        return !Text.isChinese(name) && DAMAGED.matcher(Text.compact(name)).find();
    }
}
