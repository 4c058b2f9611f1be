package org.zhubao.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhubao.policy.PolicyReading;
import org.zhubao.policy.ReadingDrafts;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Proof;

/** Calls about a policy text, which is the body of the request. Nothing is stored. */
@RestController
@Tag(name = "policies")
@RequestMapping("/api/v1/policies")
@PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'AUDITOR')")
class PolicyTextApi {

    private final ReadingDrafts drafts;
    private final MessageSource messages;

    PolicyTextApi(ReadingDrafts drafts, MessageSource messages) {
        this.drafts = drafts;
        this.messages = messages;
    }

    /** @param problems by line; empty when the text is sound */
    record Check(boolean sound, List<ProblemLine> problems) {}

    /** @param benefitYear the first the text speaks of, when left out */
    @PostMapping("/check")
    @Operation(summary = "What is wrong with a policy text, line by line")
    Check check(@RequestBody String text, @RequestParam @Nullable Integer benefitYear, Locale locale) {
        PolicyReading reading = drafts.read(text, benefitYear);
        List<ProblemLine> problems = reading.problems().stream()
                .map(p -> ProblemLine.of(p, messages, locale))
                .toList();
        return new Check(reading.isSound(), problems);
    }

    /** @param textAlone whether to leave out what rulings say of overlaps */
    @PostMapping("/proof")
    @Operation(
            summary =
                    "Whom a policy leaves undetermined, decides twice or turns upside down, each with a smallest example")
    ProofAnswer prove(
            @RequestBody String text,
            @RequestParam @Nullable Integer benefitYear,
            @RequestParam(defaultValue = "false") boolean textAlone) {
        Policy policy = UnsoundText.orElseThrow(drafts.read(text, benefitYear));
        return ProofAnswer.of(policy, Proof.of(textAlone ? policy.withoutRulings() : policy));
    }
}
