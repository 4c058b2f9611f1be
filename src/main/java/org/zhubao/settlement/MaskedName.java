package org.zhubao.settlement;

/** A name as a public notice shows it: the first character, and a star for each other. */
final class MaskedName {

    private MaskedName() {}

    /** 张三 becomes 张*, 扎西·次仁 becomes 扎****; of a single character only the star is left. */
    static String of(String name) {
        int[] characters = name.strip().codePoints().toArray();
        if (characters.length < 2) {
            return "*";
        }
        return Character.toString(characters[0]) + "*".repeat(characters.length - 1);
    }
}
