package org.zhubao.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/** How a name may be typed by somebody who looks for it. */
final class NameSpelling {

    /** A name of many characters that are read in several ways has so many readings and no more. */
    private static final int MOST_READINGS = 32;

    /** Of a longer name fewer readings are kept, so that all of them together have so many syllables and no more. */
    private static final int MOST_SYLLABLES = 256;

    /** What comes later in a name is not looked for: lists hold no longer one. */
    private static final int MOST_CHARACTERS = 100;

    /** The dictionary takes longer to look a character up than all else; there are no more than some thousands in names. */
    private static final Map<Integer, List<String>> SYLLABLES = new ConcurrentHashMap<>();

    private static final HanyuPinyinOutputFormat PLAIN = new HanyuPinyinOutputFormat();

    static {
        PLAIN.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        PLAIN.setVCharType(HanyuPinyinVCharType.WITH_V);
    }

    private NameSpelling() {}

    /**
     * Everything a search may begin with: the name from each of its characters on, the same in pinyin without tones, and
     * its initials. A character that is read in several ways gives all of them, because in surnames any may be meant.
     *
     * @param comparableName without white space and dots
     */
    static Set<String> terms(String comparableName) {
        Set<String> terms = new LinkedHashSet<>();
        int[] characters = comparableName.codePoints().limit(MOST_CHARACTERS).toArray();
        for (int from = 0; from < characters.length; from++) {
            terms.add(new String(characters, from, characters.length - from).toLowerCase(Locale.ROOT));
        }
        for (List<String> reading : readings(characters)) {
            for (int from = 0; from < reading.size(); from++) {
                List<String> rest = reading.subList(from, reading.size());
                terms.add(String.join("", rest));
                terms.add(initials(rest));
            }
        }
        return terms;
    }

    private static String initials(List<String> syllables) {
        StringBuilder initials = new StringBuilder();
        syllables.forEach(syllable -> initials.appendCodePoint(syllable.codePointAt(0)));
        return initials.toString();
    }

    private static List<List<String>> readings(int[] characters) {
        int most = Math.min(MOST_READINGS, MOST_SYLLABLES / Math.max(1, characters.length));
        List<List<String>> readings = List.of(List.of());
        for (int character : characters) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> reading : readings) {
                for (String syllable : syllables(character)) {
                    List<String> more = new ArrayList<>(reading);
                    more.add(syllable);
                    longer.add(more);
                }
            }
            readings = longer.size() > most ? longer.subList(0, most) : longer;
        }
        return readings;
    }

    private static List<String> syllables(int character) {
        return SYLLABLES.computeIfAbsent(character, NameSpelling::lookedUp);
    }

    /** What is no Chinese character, or has no reading, stands for itself. */
    private static List<String> lookedUp(int character) {
        String itself = Character.toString(character).toLowerCase(Locale.ROOT);
        if (!Character.isBmpCodePoint(character)) {
            return List.of(itself);
        }
        try {
            String[] found = PinyinHelper.toHanyuPinyinStringArray((char) character, PLAIN);
            return found == null || found.length == 0
                    ? List.of(itself)
                    : Arrays.stream(found).distinct().toList();
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException("this format is one that there is", e);
        }
    }
}
