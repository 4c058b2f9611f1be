package org.zhubao.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/** Proves texts, published or not. What a text says never changes, so each is proved once as long as it is remembered. */
@Service
public class ProvingPolicies {

    private static final int REMEMBERED = 100;

    private final PolicyCatalog catalog;
    private final Map<Key, Proof> proofs = new ConcurrentHashMap<>();

    ProvingPolicies(PolicyCatalog catalog) {
        this.catalog = catalog;
    }

    private record Key(String digest, int benefitYear, boolean textAlone) {}

    /** The proof of a policy with its rulings, and how it fits with the others in time. */
    public Proof prove(PublishedPolicy published) {
        return inTime(published.policy(), proof(published.policy(), published.digest(), false));
    }

    /** The proof of what the text says without its rulings: what rulings are needed for. */
    public Proof proveTextAlone(PublishedPolicy published) {
        return proof(published.policy(), published.digest(), true);
    }

    /** The proof of a sound text as if it were published, for each year it speaks of. */
    public DraftProof prove(String digest, DraftReading reading) {
        Map<Integer, Proof> byYear = new HashMap<>();
        for (Policy policy : reading.policies()) {
            byYear.put(policy.benefitYear(), inTime(policy, proof(policy, digest, false)));
        }
        return new DraftProof(digest, byYear);
    }

    private Proof proof(Policy policy, String digest, boolean textAlone) {
        if (proofs.size() > REMEMBERED) {
            proofs.clear();
        }
        return proofs.computeIfAbsent(
                new Key(digest, policy.benefitYear(), textAlone),
                key -> Proof.of(textAlone ? policy.withoutRulings() : policy));
    }

    private Proof inTime(Policy policy, Proof proof) {
        List<Finding> findings = new ArrayList<>(proof.findings());
        findings.addAll(PolicyTimeline.of(policy, catalog.all()));
        findings.sort(Comparator.comparing(Finding::kind));
        return new Proof(proof.coverage(), findings);
    }
}
