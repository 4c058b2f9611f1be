package org.zhubao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zhubao.rules.Policy;

/** A small policy text with good defaults, of which a test rewrites the sections it is about. */
final class PolicyDraft {

    private final Map<String, String> sections = new LinkedHashMap<>();

    private PolicyDraft() {
        sections.put("policy", "policy: draft");
        sections.put("title", "title: 草案");
        sections.put("region", "region: 510402");
        sections.put("benefit-years", "benefit-years: {from: 2021, to: 2022}");
        sections.put("documents", "documents: {notice: {title: 通知, number: 1号}}");
        sections.put("clauses", "clauses: {c: {document: notice, article: 一, quote: 引文}}");
        sections.put("rulings", "rulings: {r: {silent: 甲, decided: 乙, by: 丙, on: 2020-01-01, because: 丁}}");
        sections.put("facts", "");
        sections.put(
                "identities",
                """
                identities:
                  poor: {name: 困难, certifier: civil-affairs, wordings: [困难], clause: c}
                  old: {name: 老人, certifier: health, wordings: [老人], clause: c}
                """);
        sections.put(
                "premium",
                """
                premium:
                  components: {basic: 基本, supplementary: 补充}
                  rates: [{amounts: {basic: 300, supplementary: 100}, clause: c}]
                """);
        sections.put(
                "funds",
                """
                funds:
                  assistance: {name: 救助, clause: c}
                  county: {name: 县, clause: c}
                  civil: {name: 民政, department: civil-affairs, clause: c}
                  health: {name: 卫健, department: health, clause: c}
                """);
        sections.put("standards", "");
        sections.put("overlap", "");
    }

    static PolicyDraft draft() {
        return new PolicyDraft();
    }

    /** @param text one section with its key */
    PolicyDraft with(String text) {
        sections.put(text.substring(0, text.indexOf(':')), text);
        return this;
    }

    /** Standards, each written in one line without their clause. */
    PolicyDraft standards(String... standards) {
        StringBuilder text = new StringBuilder("standards:\n");
        for (String standard : standards) {
            int colon = standard.indexOf(':');
            text.append("  ")
                    .append(standard, 0, colon)
                    .append(": {clause: c, name: 标准, ")
                    .append(standard.substring(colon + 1).strip())
                    .append("}\n");
        }
        return with(text.toString());
    }

    String text() {
        return String.join("\n", sections.values());
    }

    PolicyReading read(int year) {
        return PolicyTexts.read(text(), year);
    }

    Policy policy() {
        return policy(2021);
    }

    Policy policy(int year) {
        PolicyReading reading = read(year);
        assertThat(reading.problems()).isEmpty();
        return reading.policy().orElseThrow();
    }
}
