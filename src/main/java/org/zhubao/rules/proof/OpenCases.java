package org.zhubao.rules.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Finding;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Trace;

/**
 * Cases that nothing decides. A case that is open for the same cause as a smaller one is counted with that one and not
 * reported by itself.
 */
final class OpenCases implements Check {

    private final Precedence precedence;
    private final Map<Set<String>, Finding> causes = new LinkedHashMap<>();

    OpenCases(Precedence precedence) {
        this.precedence = precedence;
    }

    @Override
    public void look(Case person, Determination determination, Findings findings) {
        if (determination instanceof NeedsReview review) {
            List<Trace.Candidate> standing = standing(review);
            Set<String> open = standing.isEmpty()
                    ? Set.copyOf(review.open())
                    : standing.stream().map(Results::key).collect(Collectors.toSet());
            Finding cause = causes.entrySet().stream()
                    .filter(known -> open.containsAll(known.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> {
                        Finding first = finding(person.facts(), review, standing);
                        causes.put(open, first);
                        return first;
                    });
            findings.add(cause.with(person.weight()));
        }
    }

    private Finding finding(Facts example, NeedsReview review, List<Trace.Candidate> standing) {
        if (review.reason() != Reason.UNDECIDED_OVERLAP) {
            Finding.Kind kind = kind(review.reason());
            List<String> basis = kind == Finding.Kind.CLAUSE_CHANGED ? review.open() : List.of();
            return new Finding(kind, review.open(), example, List.of(), basis, 0);
        }
        return new Finding(
                goRound(standing) ? Finding.Kind.CONFLICTING : Finding.Kind.UNDETERMINED,
                standing.stream().map(Results::name).distinct().sorted().toList(),
                example,
                standing.stream().map(Results::of).toList(),
                List.of(),
                0);
    }

    private static Finding.Kind kind(Reason reason) {
        return switch (reason) {
            case VALUE_OPEN -> Finding.Kind.VALUE_OPEN;
            case CLAUSE_CHANGED -> Finding.Kind.CLAUSE_CHANGED;
            default -> Finding.Kind.NO_AMOUNT;
        };
    }

    /** What nothing prevails over; where that is one, also what it does not prevail over. */
    private List<Trace.Candidate> standing(NeedsReview review) {
        List<Trace.Candidate> all = review.trace().candidates();
        List<Trace.Candidate> open =
                all.stream().filter(c -> review.open().contains(Results.key(c))).toList();
        return open.size() != 1
                ? open
                : all.stream()
                        .filter(c -> c == open.get(0) || !precedence.isDecided(c, open.get(0)))
                        .toList();
    }

    /** Whether rules say something of every two of them, and so lead in a circle. */
    private boolean goRound(List<Trace.Candidate> open) {
        return open.stream()
                .allMatch(one -> open.stream().allMatch(other -> one == other || precedence.isDecided(one, other)));
    }
}
