package org.zhubao.rules;

import java.util.List;
import org.zhubao.rules.proof.Proving;

/**
 * What deciding every kind of person shows about a policy, before anybody is paid.
 *
 * @param findings equal ones as one, by number of their kind; empty when there is nothing to know
 */
public record Proof(Coverage coverage, List<Finding> findings) {

    public Proof {
        findings = List.copyOf(findings);
    }

    /** Decides all kinds of person that the policy can tell apart. Takes seconds where there are many identities. */
    public static Proof of(Policy policy) {
        return new Proving(policy).prove();
    }

    /** What shows in one person by themselves, among all kinds of finding that show in persons. */
    public static List<Finding> showingIn(Policy policy, Facts person) {
        return new Proving(policy).showingIn(person);
    }

    public List<Finding> of(Finding.Kind kind) {
        return findings.stream().filter(f -> f.kind() == kind).toList();
    }
}
