package org.zhubao.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Settlement under the notice for 2025 to 2027 in plain words, to hold the real one against. It shares no code with it:
 * who was charged nothing is charged what is due; the dead are charged nothing; the same subsidy from other funds follows;
 * less follows before the cover and never after; more follows for the disabled and otherwise waits for a person, and as long as it
 * waits no other fund is charged instead.
 */
final class SettlementModel {

    private static final Said NOTHING = new Said(0, false, Map.of());

    private final List<Charge> charges = new ArrayList<>();
    private final Set<UUID> dead = new HashSet<>();
    private final Map<String, Long> paid = new HashMap<>();
    private Map<UUID, Said> said = new HashMap<>();
    private Set<UUID> deadByRun = Set.of();
    private boolean coverBegun;

    /** What a run says of somebody. */
    record Said(long subsidyFen, boolean disabled, Map<String, Long> shares) {

        long due(String fund) {
            return shares.getOrDefault(fund, 0L);
        }
    }

    private record Charge(UUID sheet, String fund, UUID person, long fen, Said by) {}

    void run(boolean begun) {
        said = new HashMap<>();
        coverBegun = begun;
        deadByRun = Set.copyOf(dead);
    }

    void says(UUID person, Said what) {
        said.put(person, what);
    }

    void died(UUID person) {
        dead.add(person);
    }

    void freeze(UUID sheet, String fund) {
        charges.addAll(next(sheet, fund));
    }

    /** Whom the fund would be charged for, although a freeze was refused. */
    Optional<String> expectsNothing(String fund) {
        List<Charge> next = next(new UUID(0, 0), fund);
        return next.isEmpty() ? Optional.empty() : Optional.of(next.toString());
    }

    void revoke(UUID sheet) {
        charges.removeIf(charge -> charge.sheet().equals(sheet));
    }

    void paid(String fund, long fen) {
        paid.merge(fund, fen, Long::sum);
    }

    long paidFen(String fund) {
        return paid.getOrDefault(fund, 0L);
    }

    long balance(String fund, UUID person) {
        return of(fund, person).stream().mapToLong(Charge::fen).sum();
    }

    private List<Charge> of(String fund, UUID person) {
        return charges.stream()
                .filter(charge -> charge.fund().equals(fund) && charge.person().equals(person))
                .toList();
    }

    private List<Charge> next(UUID sheet, String fund) {
        Set<UUID> concerned = new HashSet<>(said.keySet());
        charges.forEach(charge -> concerned.add(charge.person()));
        List<Charge> next = new ArrayList<>();
        for (UUID person : concerned) {
            Said now = deadByRun.contains(person) ? NOTHING : said.getOrDefault(person, NOTHING);
            long difference = now.due(fund) - balance(fund, person);
            if (difference != 0 && follows(fund, person, now)) {
                next.add(new Charge(sheet, fund, person, difference, now));
            }
        }
        return next;
    }

    private boolean follows(String fund, UUID person, Said now) {
        Optional<Said> before = balance(fund, person) == 0 ? byOthersAlone(fund, person) : newest(of(fund, person));
        if (before.isEmpty() || deadByRun.contains(person)) {
            return true;
        }
        long more = now.subsidyFen() - before.get().subsidyFen();
        return more == 0 || (more < 0 ? !coverBegun : now.disabled());
    }

    /** What the other fund was charged by, where this one had no part in it. */
    private Optional<Said> byOthersAlone(String fund, UUID person) {
        List<Charge> others = charges.stream()
                .filter(charge -> !charge.fund().equals(fund) && charge.person().equals(person))
                .toList();
        return others.stream().mapToLong(Charge::fen).sum() == 0
                ? Optional.empty()
                : newest(others).filter(by -> by.due(fund) == 0);
    }

    private static Optional<Said> newest(List<Charge> of) {
        return Optional.of(of.get(of.size() - 1).by());
    }
}
