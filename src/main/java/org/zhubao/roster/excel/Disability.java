package org.zhubao.roster.excel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Category and grade as a certificate of disability gives them.
 *
 * @param category one of {@link #CATEGORIES}, null when not said
 * @param grade 1–4, null when not said
 */
record Disability(@Nullable String category, @Nullable String grade) {

    /** In the order of the digit 1–7 in the certificate number. */
    private static final List<String> CATEGORIES =
            List.of("vision", "hearing", "speech", "limb", "intellectual", "mental", "multiple");

    private static final String WRITTEN = "视听言肢智精多";
    private static final Map<Character, String> GRADES = Map.ofEntries(
            Map.entry('一', "1"),
            Map.entry('二', "2"),
            Map.entry('三', "3"),
            Map.entry('四', "4"),
            Map.entry('壹', "1"),
            Map.entry('贰', "2"),
            Map.entry('叁', "3"),
            Map.entry('肆', "4"),
            Map.entry('1', "1"),
            Map.entry('2', "2"),
            Map.entry('3', "3"),
            Map.entry('4', "4"));

    static Disability ofDigits(String category, String grade) {
        return new Disability(CATEGORIES.get(Integer.parseInt(category) - 1), grade);
    }

    static Disability written(String category, String grade) {
        return new Disability(category(category).orElse(null), grade(grade).orElse(null));
    }

    /** As the certificate number writes it: 42 for limb, grade 2. */
    String asDigits() {
        return (category == null ? "" : CATEGORIES.indexOf(category) + 1) + (grade == null ? "" : grade);
    }

    /** This where it says something, else the other. */
    Disability orElse(Disability other) {
        return new Disability(category == null ? other.category : category, grade == null ? other.grade : grade);
    }

    /** Whether both say something and it is not the same. */
    boolean contradicts(Disability other) {
        return differ(category, other.category) || differ(grade, other.grade);
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    /** 视力, 视力残疾, 1 … */
    private static Optional<String> category(String written) {
        String text = Text.compact(written);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int index = text.matches("[1-7]") ? text.charAt(0) - '1' : WRITTEN.indexOf(text.charAt(0));
        return index < 0 ? Optional.empty() : Optional.of(CATEGORIES.get(index));
    }

    /** 一级, 壹级, 1, 1级, Ⅰ级, 1.0 … */
    private static Optional<String> grade(String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        String text = Text.compact(written).replaceFirst("级$", "").replaceFirst("\\.0+$", "");
        String arabic =
                switch (text) {
                    case "I" -> "1";
                    case "II" -> "2";
                    case "III" -> "3";
                    case "IV" -> "4";
                    default -> text;
                };
        return arabic.length() == 1 ? Optional.ofNullable(GRADES.get(arabic.charAt(0))) : Optional.empty();
    }
}
