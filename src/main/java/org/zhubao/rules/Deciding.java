package org.zhubao.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhubao.rules.Recognising.Verdict;

/** Decides on facts that are complete as far as the policy looks. */
final class Deciding {

    private final Provisions provisions;
    private final Recognising recognising;
    private final Pricing pricing;
    private final Suspending suspending;

    Deciding(Provisions provisions) {
        this.provisions = provisions;
        this.recognising = new Recognising(provisions.identities());
        this.pricing = new Pricing(provisions);
        this.suspending = new Suspending(provisions);
    }

    Determination decide(Facts facts, List<Trace.Assumed> assumed) {
        Situation person = new Situation(facts, facts.held(), null);
        return suspending.suspend(decide(person, assumed), person);
    }

    private Determination decide(Situation person, List<Trace.Assumed> assumed) {
        List<Verdict> verdicts = recognising.judge(person);
        TraceBuilder trace = new TraceBuilder(assumed);
        verdicts.forEach(v -> trace.considered(v.traced()));

        Optional<Exclusion> excluded = provisions.exclusions().stream()
                .filter(e -> e.when().holdsIn(person))
                .findFirst();
        if (excluded.isPresent()) {
            trace.decidedBy(excluded.get().basis());
            return refused(excluded.get().reason(), "", person, trace);
        }
        Situation counted = person.counting(
                verdicts.stream().filter(Verdict::counts).map(Verdict::held).toList());
        Stack stack = new Stack(provisions.overlap(), pricing, counted, trace);
        if (!stack.settle()) {
            return new NeedsReview(Reason.UNDECIDED_OVERLAP, stack.undecided(), trace.build());
        }
        return stack.paid().isEmpty() ? nothing(verdicts, person, trace) : granted(stack.paid(), person, trace);
    }

    private Determination granted(List<Entitlement> paid, Situation person, TraceBuilder trace) {
        List<Entitlement> paying =
                paid.stream().filter(e -> !e.subsidy().isZero()).toList();
        if (paying.isEmpty()) {
            return refused(Reason.PAYS_IN_FULL, paid.get(0).identityCode(), person, trace);
        }
        Money subsidy = paying.stream().map(Entitlement::subsidy).reduce(Money.ZERO, Money::plus);
        Entitlement first = paid.get(0);
        return new Granted(
                paying.stream().map(e -> e.standard().id()).toList(),
                paying.stream()
                        .map(Entitlement::identityCode)
                        .filter(i -> !i.isEmpty())
                        .distinct()
                        .toList(),
                String.join(
                        "-", paying.stream().map(Entitlement::label).distinct().toList()),
                first.tier(),
                first.premium(),
                subsidy,
                first.premium().minus(subsidy),
                merged(paying),
                trace.build());
    }

    private static List<Share> merged(List<Entitlement> paying) {
        Map<String, Money> byFund = new LinkedHashMap<>();
        paying.stream().flatMap(e -> e.shares().stream()).forEach(s -> byFund.merge(s.fund(), s.amount(), Money::plus));
        return byFund.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue()))
                .toList();
    }

    /** No clause pays anything: the notice is silent, or excludes what is held; an exclusion tells most. */
    private Determination nothing(List<Verdict> verdicts, Situation person, TraceBuilder trace) {
        Set<String> silent = new LinkedHashSet<>();
        verdicts.stream()
                .filter(Verdict::counts)
                .forEach(v -> silent.add(v.held().identity()));
        if (!silent.isEmpty()) {
            return new NeedsReview(Reason.TEXT_SILENT, new ArrayList<>(silent), trace.build());
        }
        if (verdicts.isEmpty()) {
            return refused(Reason.HOLDS_NOTHING, "", person, trace);
        }
        Verdict telling = verdicts.stream()
                .filter(v -> v.reason().code() >= Reason.CERTIFICATE_EXPIRED.code())
                .findFirst()
                .orElse(verdicts.get(0));
        trace.decidedBy(telling.basis());
        return refused(telling.reason(), telling.held().identity(), person, trace);
    }

    private Refused refused(Reason reason, String identity, Situation person, TraceBuilder trace) {
        Premium premium = provisions.premium();
        Money whole = premium.row(premium.chosenTier(person), person).total();
        return new Refused(reason, identity, whole, trace.build());
    }
}
