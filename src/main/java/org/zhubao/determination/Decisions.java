package org.zhubao.determination;

import java.util.HashMap;
import java.util.Map;
import org.zhubao.determination.FactsOfPeople.Group;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Money;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Profile;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Trace;

/** Decides groups of people by one policy, each profile once. */
final class Decisions {

    /** Whatever a notice says, nobody is insured who died before the cover began. */
    private static final Determination DIED_BEFORE_COVER =
            new Refused(Reason.DIED_BEFORE_COVER, "", Money.ZERO, Trace.NONE);

    private final Policy policy;
    private final Map<Profile, Determination> known = new HashMap<>();

    Decisions(Policy policy) {
        this.policy = policy;
    }

    Determination of(Group group) {
        return group.diedBeforeCover()
                ? DIED_BEFORE_COVER
                : known.computeIfAbsent(policy.profile(group.facts()), policy::determine);
    }
}
