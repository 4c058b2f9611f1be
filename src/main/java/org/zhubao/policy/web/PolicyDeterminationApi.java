package org.zhubao.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.policy.ReadingDrafts;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Policy;
import org.zhubao.site.Refusal;

/** Decides persons by a published policy or by a text. Nothing is stored. */
@RestController
@Tag(name = "policies")
@PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
class PolicyDeterminationApi {

    private static final int MOST_PERSONS = 1000;

    private final PolicyCatalog policies;
    private final ReadingDrafts drafts;

    PolicyDeterminationApi(PolicyCatalog policies, ReadingDrafts drafts) {
        this.policies = policies;
        this.drafts = drafts;
    }

    /**
     * @param policy id of a published one, or a whole text, which has more than one line
     * @param benefitYear for a text; the first it speaks of, when left out
     */
    record Request(@NotNull String policy, @Nullable Integer benefitYear, @NotNull List<Person> persons) {}

    /** What is left out is unknown, or what the policy takes its absence to mean. */
    record Person(
            @Nullable List<Certified> identities, @Nullable LocalDate birthDate, @Nullable Map<String, String> facts) {

        private List<Certified> certified() {
            return identities == null ? List.of() : identities;
        }

        private Facts asFacts() {
            return new Facts(
                    birthDate, certified().stream().map(Certified::held).toList(), facts == null ? Map.of() : facts);
        }
    }

    record Certified(String code, @Nullable Map<String, String> attributes, @Nullable LocalDate recognisedOn) {

        private Held held() {
            return new Held(code, attributes == null ? Map.of() : attributes, recognisedOn);
        }
    }

    /** @param determinations in the order of the persons */
    record Answer(String policy, int benefitYear, List<DeterminationAnswer> determinations) {}

    @PostMapping("/api/v1/policies/determine")
    @Operation(summary = "Decide people by a policy, with the whole trace; nothing is stored")
    Answer determine(@Valid @RequestBody Request request) {
        if (request.persons().size() > MOST_PERSONS) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "policy.too-many-persons", MOST_PERSONS);
        }
        Policy policy = policy(request);
        request.persons().forEach(person -> checkIdentities(person, policy));
        return new Answer(
                policy.id(),
                policy.benefitYear(),
                request.persons().stream()
                        .map(p -> DeterminationAnswer.of(policy.determine(p.asFacts())))
                        .toList());
    }

    private Policy policy(Request request) {
        if (request.policy().contains("\n")) {
            return UnsoundText.orElseThrow(drafts.read(request.policy(), request.benefitYear()));
        }
        return policies.byId(request.policy())
                .map(PublishedPolicy::policy)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "policy.unknown", request.policy()));
    }

    /** Rosters hold what other notices name; a call that does has most likely a mistake in it. */
    private static void checkIdentities(Person person, Policy policy) {
        person.certified().stream()
                .map(Certified::code)
                .filter(code -> policy.identity(code).isEmpty())
                .findFirst()
                .ifPresent(code -> {
                    throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "policy.unknown-identity", code);
                });
    }
}
