package org.zhubao.policy.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhubao.policy.Draft;
import org.zhubao.policy.ProofReport;
import org.zhubao.policy.ProofReports;
import org.zhubao.policy.SuggestedRuling;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Standard;
import org.zhubao.site.Refusal;

/** Writes the ruling that a finding calls for into the text of a draft. */
@Component
class RulingInsertion {

    private final ProofReports reports;
    private final MessageSource messages;

    RulingInsertion(ProofReports reports, MessageSource messages) {
        this.reports = reports;
        this.messages = messages;
    }

    /** The text of the draft with it; policies are written in Chinese, whatever language the screen has. */
    String into(Draft draft, @Nullable Integer year, int finding) {
        ProofReport report = reports.ofDraft(draft.id(), year)
                .filter(r -> finding >= 0 && finding < r.proof().findings().size())
                .orElseThrow(Refusal::notFound);
        SuggestedRuling ruling =
                SuggestedRuling.of(report.policy(), report.finding(finding)).orElseThrow(Refusal::notFound);
        String names =
                ruling.names().stream().map(name -> name(report.policy(), name)).collect(Collectors.joining("、"));
        String key = ruling.names().size() > 1 ? "policy.ruling.silent" : "policy.ruling.no-amount";
        return ruling.into(draft.text(), messages.getMessage(key, new Object[] {names}, Locale.SIMPLIFIED_CHINESE));
    }

    private static String name(Policy policy, String code) {
        return policy.identity(code)
                .map(Identity::name)
                .or(() -> policy.standard(code).map(Standard::name))
                .orElse(code);
    }
}
