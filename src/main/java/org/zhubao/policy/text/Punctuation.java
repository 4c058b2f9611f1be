package org.zhubao.policy.text;

import java.util.regex.Pattern;

/** Punctuation that a Chinese keyboard or a habit with numbers puts where YAML means something else by it. */
final class Punctuation {

    private static final Pattern FULL_WIDTH = Pattern.compile("[：，｛｝［］]");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,，]\\d{3})+(\\.\\d+)?");
    private static final Pattern GROUP = Pattern.compile("\\d{3}(\\.\\d+)?");

    private Punctuation() {}

    /** Whether a key holds what was meant to end it: {@code percent：50}. */
    static boolean isFullWidth(String key) {
        return FULL_WIDTH.matcher(key).find();
    }

    /** Whether it is a number with commas between its thousands: {@code 1,070}. */
    static boolean isGrouped(String value) {
        return GROUPED.matcher(value).matches();
    }

    /** Whether it is what YAML makes a key of behind such a comma: {@code 070}. */
    static boolean isGroup(String key) {
        return GROUP.matcher(key).matches();
    }
}
