package org.zhubao.rules;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a determination came about, in records, lists, texts and numbers only, so that any JSON library writes and reads
 * it. {@code basis} always holds ids of clauses and rulings: {@link Policy#clause} and {@link Policy#ruling} know the
 * words.
 *
 * @param identities every identity held that the policy knows, and whether it counts
 * @param candidates what each of them would earn
 * @param displaced the candidates that were not paid, and why
 * @param paid what was paid: one candidate, or several stacked
 * @param assumed facts nobody stated, and what the policy takes their absence to mean
 * @param immaterial facts that are unknown and make no difference
 * @param decidedBy the clauses and rulings the result rests on
 */
public record Trace(
        List<Considered> identities,
        List<Candidate> candidates,
        List<Displaced> displaced,
        List<Candidate> paid,
        List<Assumed> assumed,
        List<String> immaterial,
        List<String> decidedBy) {

    public static final Trace NONE =
            new Trace(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Trace {
        identities = List.copyOf(identities);
        candidates = List.copyOf(candidates);
        displaced = List.copyOf(displaced);
        paid = List.copyOf(paid);
        assumed = List.copyOf(assumed);
        immaterial = List.copyOf(immaterial);
        decidedBy = List.copyOf(decidedBy);
    }

    /** The ids of everything that was looked at on the way, decisive or not. */
    Stream<String> basis() {
        return Stream.of(
                        identities.stream().map(Considered::basis),
                        candidates.stream().map(Candidate::basis),
                        displaced.stream().map(Displaced::basis),
                        assumed.stream().map(Assumed::basis),
                        Stream.of(decidedBy))
                .flatMap(Function.identity())
                .flatMap(List::stream);
    }

    Trace withImmaterial(List<String> facts) {
        return new Trace(identities, candidates, displaced, paid, assumed, facts, decidedBy);
    }

    /** @param reason number of the {@link Reason} for which it does not count; 100 when it counts */
    public record Considered(String identity, boolean counts, int reason, List<String> basis) {}

    /** @param identity empty where the standard is for everybody */
    public record Candidate(
            String identity, String standard, long subsidyFen, List<FundFen> shares, List<String> basis) {

        List<Share> amounts() {
            return shares.stream()
                    .map(s -> new Share(s.fund(), Money.ofFen(s.fen())))
                    .toList();
        }
    }

    public record FundFen(String fund, long fen) {}

    /**
     * @param byIdentity with {@code byStandard} the candidate paid instead; both empty when the premium was used up
     * @param basis empty when it pays the same, so that nothing had to be decided
     */
    public record Displaced(
            String identity, String standard, String byIdentity, String byStandard, List<String> basis) {}

    /** @param fact its name; an attribute is written {@code identity.attribute}, also {@code identity.recognised-on} */
    public record Assumed(String fact, String value, List<String> basis) {}
}
