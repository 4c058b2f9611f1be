package org.zhubao.benchmark;

import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Policy;

/** The same table in Drools: one rule for each identity, compiled to the executable model, many people in a session. */
final class DroolsRules {

    private static final int IN_A_SESSION = 1000;

    private final KieBase base;

    DroolsRules(Policy policy) {
        base = new KieHelper()
                .addContent(rules(policy), ResourceType.DRL)
                .build(ExecutableModelProject.class);
    }

    private static String rules(Policy policy) {
        StringBuilder drl = new StringBuilder("package tongnan;\nimport org.zhubao.benchmark.DroolsPerson;\n");
        List<String> codes = policy.identities().stream().map(Identity::code).toList();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            if (code.equals("demobilised-soldier")) {
                drl.append(rule(code + " tier two", "holds(" + i + "), tierTwo", i, 65_500));
            }
            drl.append(rule(code, "holds(" + i + ")", i, amount(policy, code)));
        }
        return drl.toString();
    }

    private static long amount(Policy policy, String code) {
        String standard = policy.standards().stream()
                .filter(s -> s.identities().contains(code))
                .findFirst()
                .orElseThrow()
                .id();
        return switch (standard) {
            case "full", "chosen-tier-in-full" -> 28_000;
            case "eighty-percent" -> 22_400;
            default -> 19_600;
        };
    }

    private static String rule(String name, String condition, int number, long fen) {
        return "rule \"%s\" when $p : DroolsPerson(%s) then $p.offer(%d, %dL); end%n"
                .formatted(name, condition, number, fen);
    }

    /** For each person the answer, as {@link BitLoop#decide} gives it. */
    long[] answers(int[] masks) {
        long[] answers = new long[masks.length];
        for (int from = 0; from < masks.length; from += IN_A_SESSION) {
            DroolsPerson[] people = new DroolsPerson[Math.min(IN_A_SESSION, masks.length - from)];
            KieSession session = base.newKieSession();
            for (int i = 0; i < people.length; i++) {
                people[i] = new DroolsPerson(masks[from + i]);
                session.insert(people[i]);
            }
            session.fireAllRules();
            session.dispose();
            for (int i = 0; i < people.length; i++) {
                answers[from + i] = people[i].answer();
            }
        }
        return answers;
    }
}
