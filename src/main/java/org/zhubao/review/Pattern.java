package org.zhubao.review;

import java.util.List;
import java.util.Map;
import org.zhubao.determination.DecisionCard.Open;
import org.zhubao.rules.Policy;

/**
 * What the people of one group have in common.
 *
 * @param identities codes, sorted
 * @param open what is silent, unknown or undecided, as {@link org.zhubao.rules.NeedsReview#open} names it
 */
public record Pattern(List<String> identities, List<String> open) {

    public Pattern {
        identities = identities.stream().distinct().sorted().toList();
        open = open.stream().distinct().sorted().toList();
    }

    /** As stored and in addresses: {@code disabled+subsistence-allowance|student}. */
    public String code() {
        return String.join("+", identities) + (open.isEmpty() ? "" : "|" + String.join("+", open));
    }

    /** The other way round. */
    public static Pattern of(String code) {
        String[] parts = code.split("\\|", 2);
        return new Pattern(split(parts[0]), parts.length == 1 ? List.of() : split(parts[1]));
    }

    private static List<String> split(String codes) {
        return codes.isEmpty() ? List.of() : List.of(codes.split("\\+"));
    }

    /** In the words of the notice: 低保 + 重度残疾. @param names of identities by code */
    public String words(Map<String, String> names) {
        return String.join(
                " + ", identities.stream().map(i -> names.getOrDefault(i, i)).toList());
    }

    /** Whether more is open than what becomes of these identities. */
    public boolean leavesMoreOpen() {
        return !identities.containsAll(open);
    }

    /** What is open, in the words of the notice. */
    public List<Open> openIn(Policy policy) {
        return open.stream().map(key -> Open.of(policy, key)).toList();
    }
}
