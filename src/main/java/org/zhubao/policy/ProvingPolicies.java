package org.zhubao.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.zhubao.rules.Finding;
import org.zhubao.rules.Proof;

/** Proves the policies in force, each once: a published text never changes. */
@Service
public class ProvingPolicies {

    private final PolicyCatalog catalog;
    private final Map<String, Proof> proofs = new ConcurrentHashMap<>();
    private final Map<String, Proof> proofsOfTexts = new ConcurrentHashMap<>();

    ProvingPolicies(PolicyCatalog catalog) {
        this.catalog = catalog;
    }

    /** The proof of a policy with its rulings, and how it fits with the others in time. */
    public Proof prove(PublishedPolicy published) {
        return proofs.computeIfAbsent(published.id(), id -> {
            Proof proof = Proof.of(published.policy());
            List<Finding> findings = new ArrayList<>(proof.findings());
            findings.addAll(PolicyTimeline.of(published, catalog.all()));
            findings.sort(Comparator.comparing(Finding::kind));
            return new Proof(proof.coverage(), findings);
        });
    }

    /** The proof of what the text says without its rulings: what rulings are needed for. */
    public Proof proveTextAlone(PublishedPolicy published) {
        return proofsOfTexts.computeIfAbsent(
                published.id(), id -> Proof.of(published.policy().withoutRulings()));
    }
}
