package org.zhubao.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Lawful where the notice wants them; whoever submits says that they know. */
    private static final Set<Kind> TO_BE_KNOWN =
            EnumSet.of(Kind.INVERTED, Kind.UNREACHABLE, Kind.GAP_IN_TIME, Kind.OVERLAP_IN_TIME);

    public DraftProof {
        byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    }

    /** Those with which nobody can be paid rightly before the text or a ruling says more. */
    public List<Finding> needingRulings() {
        return all().stream()
                .filter(f -> f.kind().isDefect() && !TO_BE_KNOWN.contains(f.kind()))
                .toList();
    }

    public List<Finding> needingAcknowledgment() {
        return all().stream().filter(f -> TO_BE_KNOWN.contains(f.kind())).toList();
    }

    private List<Finding> all() {
        return byYear.values().stream().flatMap(p -> p.findings().stream()).toList();
    }
}
