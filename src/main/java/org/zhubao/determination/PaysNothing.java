package org.zhubao.determination;

import java.util.List;
import java.util.stream.Stream;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Money;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Reason;
import org.zhubao.rules.Refused;
import org.zhubao.rules.Trace;

/** Nothing is paid for somebody: they pay the premium in full. */
record PaysNothing() implements Verdict {

    @Override
    public Determination determine(Policy policy, Facts facts) {
        Determination byRule = policy.determine(facts);
        Determination holdingNothing = policy.determine(new Facts(facts.birthDate(), List.of(), facts.values()));
        Money premium = Stream.of(byRule, holdingNothing)
                .flatMap(PaysNothing::premium)
                .findFirst()
                .orElse(Money.ZERO);
        return new Refused(Reason.REFUSED_BY_OVERRIDE, "", premium, Trace.NONE);
    }

    private static Stream<Money> premium(Determination determination) {
        if (determination instanceof Granted granted) {
            return Stream.of(granted.premium());
        }
        return determination instanceof Refused refused ? Stream.of(refused.premium()) : Stream.empty();
    }

    @Override
    public Reason reason(Determination determination) {
        return determination.reason();
    }

    @Override
    public boolean fits(Policy policy) {
        return true;
    }

    @Override
    public String code() {
        return "";
    }

    @Override
    public DecisionCard.Open about(Policy policy) {
        return new DecisionCard.Open("", "");
    }

    @Override
    public String messageKey() {
        return "verdict.nothing";
    }
}
