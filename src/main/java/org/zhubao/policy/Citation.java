package org.zhubao.policy;

import java.util.List;
import java.util.Optional;
import org.zhubao.rules.Clause;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Ruling;
import org.zhubao.rules.SourceDocument;

/**
 * The words something rests on: a sentence of a notice, or a ruling where the notice is silent.
 *
 * @param where number of the document and article; for a ruling the institution and the day
 * @param words the quoted sentence; for a ruling what the text leaves open and what was decided
 * @param why for a ruling why it was decided so; else empty
 */
public record Citation(String id, boolean ruling, String where, String words, String why) {

    /** The citations of a basis, in its order; ids the policy does not know are left out. */
    public static List<Citation> of(Policy policy, List<String> basis) {
        return basis.stream()
                .distinct()
                .flatMap(
                        id -> policy
                                .clause(id)
                                .map(clause -> of(policy, clause))
                                .or(() -> policy.ruling(id).map(Citation::of))
                                .stream())
                .toList();
    }

    /** How sheets name a basis: the articles and, for what no article says, the ruling. */
    public static String articles(Policy policy, List<String> basis) {
        return String.join(
                "、",
                basis.stream()
                        .flatMap(id -> policy.clause(id).map(Clause::article).stream())
                        .distinct()
                        .toList());
    }

    private static Citation of(Policy policy, Clause clause) {
        Optional<SourceDocument> document = policy.document(clause.document());
        return new Citation(
                clause.id(),
                false,
                document.map(SourceDocument::number).orElse("") + " " + clause.article(),
                clause.quote(),
                "");
    }

    private static Citation of(Ruling ruling) {
        return new Citation(
                ruling.id(),
                true,
                ruling.by() + " " + ruling.on(),
                ruling.silent() + ruling.decided(),
                ruling.because());
    }
}
