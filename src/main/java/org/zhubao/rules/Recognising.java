package org.zhubao.rules;

import java.util.ArrayList;
import java.util.List;

/** Which of the identities certified count under a notice. */
final class Recognising {

    private final List<Identity> identities;

    Recognising(List<Identity> identities) {
        this.identities = identities;
    }

    /** @param reason {@link Reason#GRANTED} when it counts */
    record Verdict(Held held, Reason reason, List<String> basis) {

        boolean counts() {
            return reason == Reason.GRANTED;
        }

        Trace.Considered traced() {
            return new Trace.Considered(held.identity(), counts(), reason.code(), basis);
        }
    }

    /** @return a verdict for each identity held, in the order of the policy */
    List<Verdict> judge(Situation certified) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Identity identity : identities) {
            certified.facts().held().stream()
                    .filter(h -> h.identity().equals(identity.code()))
                    .map(h -> judge(identity, h, certified.about(h)))
                    .forEach(verdicts::add);
        }
        return verdicts;
    }

    private static Verdict judge(Identity identity, Held held, Situation situation) {
        if (!identity.recognised().includes(held.recognisedOn())) {
            return new Verdict(held, Reason.RECOGNISED_OUT_OF_TIME, identity.basis());
        }
        if (!identity.meets().holdsIn(situation)) {
            return new Verdict(held, Reason.OUTSIDE_DEFINITION, identity.basis());
        }
        return identity.exclusions().stream()
                .filter(e -> e.when().holdsIn(situation))
                .findFirst()
                .map(e -> new Verdict(held, e.reason(), e.basis()))
                .orElseGet(() -> new Verdict(held, Reason.GRANTED, identity.basis()));
    }
}
