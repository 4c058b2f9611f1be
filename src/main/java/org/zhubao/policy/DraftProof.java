package org.zhubao.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Finding.Kind;
import org.zhubao.rules.Proof;

/**
 * The proofs of a text.
 *
 * @param digest of the text
 * @param byYear one for each benefit year it speaks of, the earliest first
 */
public record DraftProof(String digest, Map<Integer, Proof> byYear) {

    public DraftProof {
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    }

    /** Those with which nobody can be paid rightly before the text or a ruling says more. */
    public List<Finding> needingRulings() {
        return all().stream().filter(f -> f.kind().isDefect()).toList();
    }

    /** Those that a notice may want; whoever submits says that they know. Where all outcomes are alike nothing is to be known. */
    public List<Finding> needingAcknowledgment() {
        return all().stream()
                .filter(f -> !f.kind().isDefect() && f.kind() != Kind.UNORDERED)
                .toList();
    }

    private List<Finding> all() {
        return byYear.values().stream().flatMap(p -> p.findings().stream()).toList();
    }
}
