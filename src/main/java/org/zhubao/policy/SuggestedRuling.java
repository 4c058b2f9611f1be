package org.zhubao.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhubao.policy.outline.Rewriting;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Finding.Result;
import org.zhubao.rules.Policy;

/**
 * What a text would have to say about a finding, in the policy language. Who decided what, when and why is left open: until
 * an officer has filled that in, the text does not read, and nobody can submit it.
 *
 * @param id of the ruling
 * @param names what stands against each other, the one that pays most first: a proposal, no more
 * @param kind of the finding
 */
public record SuggestedRuling(String id, List<String> names, Kind kind) {

    public SuggestedRuling {
        names = List.copyOf(names);
    }

    /** Empty for a finding that no ruling settles: the text must be changed, or it is only to be known. */
    public static Optional<SuggestedRuling> of(Policy policy, Finding finding) {
        return switch (finding.kind()) {
            case UNDETERMINED, CONFLICTING, UNORDERED -> among(policy, finding);
            case NO_AMOUNT ->
                finding.about().stream()
                        .filter(about -> policy.identity(about).isPresent())
                        .findFirst()
                        .map(identity -> new SuggestedRuling(
                                free(policy, "amount-of-" + identity), List.of(identity), finding.kind()));
            default -> Optional.empty();
        };
    }

    private static Optional<SuggestedRuling> among(Policy policy, Finding finding) {
        List<String> identities =
                names(finding, r -> r.identities().stream().findFirst().orElse(""));
        List<String> names = identities.size() > 1 && !identities.contains("")
                ? identities
                : names(finding, r -> r.standards().stream().findFirst().orElse(""));
        return names.size() < 2 || names.contains("")
                ? Optional.empty()
                : Optional.of(new SuggestedRuling(free(policy, String.join("-or-", names)), names, finding.kind()));
    }

    private static List<String> names(Finding finding, Function<Result, String> name) {
        return finding.results().stream()
                .sorted(Comparator.comparingLong(Result::subsidyFen).reversed())
                .map(name)
                .distinct()
                .toList();
    }

    /** A name that no clause or ruling has. */
    private static String free(Policy policy, String wanted) {
        String id = wanted;
        for (int n = 2; policy.ruling(id).isPresent() || policy.clause(id).isPresent(); n++) {
            id = wanted + "-" + n;
        }
        return id;
    }

    /** @param silent what the notice leaves open, in words */
    public String into(String text, String silent) {
        String ruled = Rewriting.append(
                text, "rulings", id + ":\n  silent: " + silent + "\n  decided:\n  by:\n  on:\n  because:");
        return switch (kind) {
            case NO_AMOUNT -> withStandard(ruled);
            case CONFLICTING -> Rewriting.prepend(ruled, "overlap.rules", rule());
            default -> Rewriting.append(ruled, "overlap.rules", rule());
        };
    }

    private String rule() {
        return names.size() == 2
                ? "- {prefer: " + names.get(0) + ", over: " + names.get(1) + ", ruling: " + id + "}"
                : names.stream().collect(Collectors.joining(", ", "- {order: [", "], ruling: " + id + "}"));
    }

    /** Pays nothing where no other standard pays: whatever else the rules say of the identity is for those that pay. */
    private String withStandard(String text) {
        String identity = names.get(0);
        String standard = "nothing-for-" + identity;
        String added = Rewriting.append(
                text,
                "standards",
                standard + ":\n  name: " + identity + "\n  for: [" + identity + "]\n  pays: nothing\n  ruling: " + id);
        return Rewriting.prepend(added, "overlap.rules", "- {prefer: any, over: " + standard + ", ruling: " + id + "}");
    }
}
