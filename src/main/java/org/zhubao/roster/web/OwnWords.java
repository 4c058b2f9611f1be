package org.zhubao.roster.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.zhubao.division.Department;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.roster.Column;
import org.zhubao.roster.RosterAlias.Subject;
import org.zhubao.roster.RosterAliases;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Identity;
import org.zhubao.site.Refusal;

/** Takes down what a department means by its own words, checked against what there is to mean. */
@Component
class OwnWords {

    private final RosterAliases aliases;
    private final PolicyCatalog policies;

    OwnWords(RosterAliases aliases, PolicyCatalog policies) {
        this.aliases = aliases;
        this.policies = policies;
    }

    /** What a department certifies by the notice of this county and year: names by code, in the notice's order. */
    Map<String, String> meanings(String county, int benefitYear, Department department) {
        Map<String, String> names = new LinkedHashMap<>();
        policies.find(county, benefitYear).ifPresent(published -> {
            for (Identity identity : published.policy().identities()) {
                if (identity.certifier().equals(department.code())) {
                    names.put(identity.code(), identity.name());
                }
            }
            for (FactSpec fact : published.policy().facts()) {
                if (fact.certifier().equals(department.code())) {
                    names.putIfAbsent(fact.code(), fact.name());
                }
            }
        });
        return names;
    }

    /** Wordings whose meaning was left open stay unknown. */
    void wordings(
            String county, int benefitYear, Department department, List<String> written, List<String> said, String by) {
        Map<String, String> known = meanings(county, benefitYear, department);
        requirePairs(written, said);
        for (int i = 0; i < written.size(); i++) {
            if (said.get(i).isEmpty()) {
                continue;
            }
            if (!known.containsKey(said.get(i))) {
                throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "meaning");
            }
            aliases.remember(county, department, Subject.WORDING, written.get(i), said.get(i), by);
        }
    }

    /** Headings that everybody uses in this meaning need not be remembered. */
    void headings(String county, Department department, List<String> written, List<String> said, String by) {
        requirePairs(written, said);
        for (int i = 0; i < written.size(); i++) {
            if (said.get(i).isEmpty()) {
                continue;
            }
            Column column = column(said.get(i));
            if (Column.ofHeading(written.get(i)).filter(column::equals).isEmpty()) {
                aliases.remember(county, department, Subject.HEADING, written.get(i), column.name(), by);
            }
        }
    }

    private static Column column(String name) {
        try {
            return Column.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "column");
        }
    }

    private static void requirePairs(List<String> written, List<String> said) {
        if (written.size() != said.size()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "written");
        }
    }
}
