package org.zhubao.policy.outline;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something a policy text states in one place: a clause, a standard, an overlap rule, a value.
 *
 * @param section the key it stands under, such as {@code standards}; for a rule of overlaps {@code overlap.rules}
 * @param name its key there; empty for an item of a list
 * @param line where it begins, counted from 1
 * @param words as they stand in the text, without the indentation around them
 * @param meaning the same without layout and comments: a text, or lists and maps of texts
 */
public record Construct(String section, String name, int line, String words, Object meaning) {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");
    private static final Set<String> OF_A_YEAR = Set.of("documents", "values", "premium", "premium.rates", "calendar");

    /** What an officer calls it: its name in the notice, else its key; empty for an item of a list. */
    public String label() {
        return meaning instanceof Map<?, ?> map
                ? Stream.of("name", "title", "article")
                        .filter(map::containsKey)
                        .map(key -> map.get(key).toString())
                        .findFirst()
                        .orElse(name)
                : name;
    }

    /** Whether another year may say something else: it holds a year or a date, or it is an amount that is set anew. */
    public boolean dependsOnTheYear() {
        return OF_A_YEAR.contains(section)
                || texts(meaning).anyMatch(text -> YEAR.matcher(text).find());
    }

    private static Stream<String> texts(Object meaning) {
        if (meaning instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(Construct::texts);
        }
        return meaning instanceof Collection<?> list
                ? list.stream().flatMap(Construct::texts)
                : Stream.of(meaning.toString());
    }
}
