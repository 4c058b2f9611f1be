package org.zhubao.policy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhubao.account.Workplace;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/** Proofs of published policies and of drafts, for whoever shows them. */
@Service
public class ProofReports {

    private final PolicyCatalog catalog;
    private final AuthoringPolicies authoring;
    private final ReadingDrafts reading;
    private final ProvingPolicies proving;
    private final PeopleConcerned people;

    ProofReports(
            PolicyCatalog catalog,
            AuthoringPolicies authoring,
            ReadingDrafts reading,
            ProvingPolicies proving,
            PeopleConcerned people) {
        this.catalog = catalog;
        this.authoring = authoring;
        this.reading = reading;
        this.proving = proving;
        this.people = people;
    }

    /** @param textAlone whether to leave out what rulings say of overlaps */
    public Optional<ProofReport> ofPublished(String id, boolean textAlone) {
        return catalog.byId(id)
                .map(published -> new ProofReport(
                        id,
                        null,
                        textAlone ? published.policy().withoutRulings() : published.policy(),
                        published.digest(),
                        textAlone,
                        textAlone ? proving.proveTextAlone(published) : proving.prove(published),
                        List.of(published.policy().benefitYear())));
    }

    /**
     * @param benefitYear null for the first the text speaks of
     * @return empty too where the text has problems
     */
    public Optional<ProofReport> ofDraft(UUID id, @Nullable Integer benefitYear) {
        return authoring.find(id).flatMap(draft -> of(draft, benefitYear == null ? 0 : benefitYear));
    }

    private Optional<ProofReport> of(Draft draft, int benefitYear) {
        DraftReading read = reading.read(draft.text());
        return read.of(benefitYear).map(policy -> {
            Proof proof = proving.prove(draft.digest(), read).byYear().get(policy.benefitYear());
            return new ProofReport(
                    draft.id().toString(),
                    draft.id(),
                    policy,
                    draft.digest(),
                    false,
                    proof,
                    read.policies().stream().map(Policy::benefitYear).toList());
        });
    }

    /** The findings by kind, with the people of the county in whom each shows, where the policy is for that county. */
    public List<ProofTable.Group> groups(ProofReport report, Workplace workplace) {
        boolean holdsThere =
                workplace.county().code().startsWith(report.policy().region());
        List<Integer> counts = holdsThere
                ? people.count(
                        report.policy(),
                        report.proof().findings(),
                        workplace.county().code(),
                        workplace.benefitYear())
                : List.of();
        return new ProofTable(report.policy()).groups(report.proof(), counts);
    }
}
