package org.zhubao.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhubao.settlement.Charges.ByRun;
import org.zhubao.settlement.Charges.Charge;
import org.zhubao.settlement.Charges.Kind;
import org.zhubao.settlement.NoticeInWords.Follows;
import org.zhubao.settlement.TaxInWords.Found;

/**
 * Settlement of a year in plain words, to hold the real one against. It shares no code with it: who was charged nothing is
 * charged what is due; the dead are charged nothing; the same subsidy from other funds follows; an advance is evened out,
 * whatever has changed; otherwise the notice says what follows, or two persons do; as long as it does not follow, no other
 * fund is charged instead, and one that another was charged instead of gives back what is more than either charge granted.
 */
final class SettlementModel {

    private static final Found DEAD = new Found(TaxInWords.Outcome.NOT_BORNE, Said.NOTHING);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final NoticeInWords notice;
    private final TaxInWords tax;
    private final int year;
    private final List<Decision> carriedHere;
    private final List<Charge> charges = new ArrayList<>();
    private final Charges charged = new Charges(charges);
    private final List<Decision> decisions = new ArrayList<>();
    private final Set<UUID> paidSheets = new HashSet<>();
    private final Set<UUID> dead;
    private Map<UUID, Said> said = Map.of();
    private Set<UUID> deadByRun = Set.of();
    private Map<UUID, Instant> learned = Map.of();
    private Instant knownOn = Instant.MIN;

    SettlementModel(NoticeInWords notice, int year) {
        this(notice, year, List.of(), new HashSet<>());
    }

    private SettlementModel(NoticeInWords notice, int year, List<Decision> carriedHere, Set<UUID> dead) {
        this.notice = notice;
        this.tax = new TaxInWords(notice, year);
        this.year = year;
        this.carriedHere = carriedHere;
        this.dead = dead;
    }

    /** The next year, to which some of this one's differences go on; empty where none does. */
    Optional<SettlementModel> yearAfter() {
        List<Decision> carried = decisions.stream()
                .filter(decision -> decision.verdict() == CaseVerdict.NEXT_YEAR)
                .toList();
        return carried.isEmpty() ? Optional.empty() : Optional.of(new SettlementModel(notice, year + 1, carried, dead));
    }

    /** A difference that neither notice nor run settles. */
    record Open(String fund, UUID person, long chargedFen, long dueFen) {

        long differenceFen() {
            return dueFen - chargedFen;
        }
    }

    record Decision(Open open, CaseVerdict verdict) {}

    private record Case(Open open, ByRun by, Follows follows, Kind kind) {}

    /** @param lists since when each person has been listed so, or not any more */
    void run(Map<UUID, Said> says, Map<UUID, Instant> lists, Instant at) {
        said = Map.copyOf(says);
        learned = Map.copyOf(lists);
        knownOn = at;
        deadByRun = Set.copyOf(dead);
    }

    /** What goes to the tax bureau and comes from it. */
    TaxInWords tax() {
        return tax;
    }

    void pushed(UUID push, LocalDate today) {
        tax.pushed(push, said, today);
    }

    void reconciled() {
        tax.reconciled(said, knownOn);
    }

    /** Whether anything can be settled: payments that nobody has held against the run stand in the way. */
    boolean isReady() {
        return tax.isReady(knownOn);
    }

    void died(UUID person) {
        dead.add(person);
    }

    void freeze(UUID sheet, String fund, LocalDate today) {
        charges.addAll(next(sheet, fund, today));
    }

    /** Whom the fund would be charged for, although a freeze was refused. */
    Optional<String> expectsNothing(String fund, LocalDate today) {
        List<Charge> next = next(new UUID(0, 0), fund, today);
        return next.isEmpty() ? Optional.empty() : Optional.of(next.toString());
    }

    void revoke(UUID sheet) {
        charges.removeIf(charge -> sheet.equals(charge.sheet()));
    }

    /** Another sheet takes its place, without somebody whom the department does not accept. */
    void replace(UUID sheet, UUID other, String fund, LocalDate today, UUID without) {
        revoke(sheet);
        List<Charge> next = next(other, fund, today);
        next.removeIf(charge -> charge.person().equals(without));
        charges.addAll(next);
    }

    /** Whether such a sheet would charge anybody. */
    boolean mayBeReplaced(UUID sheet, String fund, LocalDate today, UUID without) {
        List<Charge> before = List.copyOf(charges);
        replace(sheet, sheet, fund, today, without);
        boolean any = charges.stream().anyMatch(charge -> sheet.equals(charge.sheet()));
        charges.clear();
        charges.addAll(before);
        return any;
    }

    void paid(UUID sheet) {
        paidSheets.add(sheet);
    }

    /** What persons are to decide. */
    List<Open> open(String fund, LocalDate today) {
        return cases(fund, today).stream()
                .filter(c -> c.follows() == Follows.OPEN && decided(c).isEmpty())
                .map(Case::open)
                .toList();
    }

    void decided(Decision decision) {
        decisions.add(decision);
        Open open = decision.open();
        if (decision.verdict() == CaseVerdict.NEXT_YEAR) {
            charges.add(new Charge(null, open.fund(), open.person(), open.differenceFen(), null, Kind.GONE_ON));
        }
    }

    /** What every account should come to, in fen; those at nothing are left out. */
    Map<String, Long> sums() {
        return ModelSums.of(charges, paidSheets, notice);
    }

    private List<Charge> next(UUID sheet, String fund, LocalDate today) {
        List<Charge> next = new ArrayList<>();
        if (!isReady()) {
            return next;
        }
        for (Case each : cases(fund, today)) {
            boolean settled = decided(each).filter(CaseVerdict.SETTLE::equals).isPresent();
            if (each.follows() == Follows.YES || each.follows() == Follows.OPEN && settled) {
                Open open = each.open();
                next.add(new Charge(sheet, fund, open.person(), open.differenceFen(), each.by(), each.kind()));
            }
        }
        carriedHere.stream()
                .map(Decision::open)
                .filter(open -> open.fund().equals(fund))
                .filter(open -> charges.stream()
                        .noneMatch(charge -> charge.kind() == Kind.CARRIED
                                && charge.fund().equals(fund)
                                && charge.person().equals(open.person())))
                .map(open -> new Charge(sheet, fund, open.person(), open.differenceFen(), null, Kind.CARRIED))
                .forEach(next::add);
        return next;
    }

    /** Everybody whose due differs from what was charged. */
    private List<Case> cases(String fund, LocalDate today) {
        if (!isReady()) {
            return List.of();
        }
        Set<UUID> concerned = new HashSet<>(said.keySet());
        charges.forEach(charge -> concerned.add(charge.person()));
        return concerned.stream()
                .map(person -> of(fund, person, today))
                .map(c -> c.follows() == Follows.YES ? c : borneTwice(c))
                .filter(c -> c.open().differenceFen() != 0)
                .toList();
    }

    private Case of(String fund, UUID person, LocalDate today) {
        boolean isDead = deadByRun.contains(person);
        Said now = isDead ? Said.NOTHING : said.getOrDefault(person, Said.NOTHING);
        List<Charge> before = charged.of(fund, person);
        long chargedFen = before.stream().mapToLong(Charge::fen).sum();
        Found found = isDead ? DEAD : tax.of(person, now);
        ByRun anew = new ByRun(now, knownOn, found.bears().subsidyFen());
        Open open = new Open(
                fund, person, chargedFen, notice.dueFen(fund, found.bears().share(fund), today, year));
        boolean advances = notice.advances(fund, today, year);
        if (isDead) {
            return new Case(open, anew, Follows.YES, Kind.OTHER);
        }
        if (chargedFen == 0) {
            Follows follows = charged.byOthersAlone(fund, person)
                    .map(others -> after(others, person, now))
                    .orElse(Follows.YES);
            return new Case(open, anew, follows, advances ? Kind.ADVANCE : Kind.OTHER);
        }
        if (found.outcome() == TaxInWords.Outcome.NOT_BORNE) {
            return new Case(open, anew, Follows.YES, Kind.OTHER);
        }
        ByRun by = Charges.newest(before);
        if (found.outcome() == TaxInWords.Outcome.QUESTION) {
            return new Case(open, anew, Follows.OPEN, Kind.OTHER);
        }
        if (Charges.onAccount(before)) {
            return new Case(open, anew, Follows.YES, advances ? Kind.ADVANCE : Kind.TRUE_UP);
        }
        if (by.knownOn().equals(knownOn)) {
            return new Case(open, anew, Follows.YES, Kind.OTHER);
        }
        return new Case(open, anew, after(by, person, now), Kind.OTHER);
    }

    /** Where nothing else follows, and another was charged since then or is to bear them: what is borne twice goes back. */
    private Case borneTwice(Case of) {
        Open open = of.open();
        long borneByOthers = borneByOthers(open);
        long ownGrant = Charges.newest(charged.of(open.fund(), open.person())).grantedFen();
        Said now = of.by().said();
        boolean othersInstead = now.share(open.fund()) < open.chargedFen()
                && notice.funds().stream().anyMatch(other -> !other.equals(open.fund()) && now.share(other) > 0);
        Optional<Long> grant = charged.byOthersSince(open.fund(), open.person()).stream()
                .filter(charge -> charge.fen() > 0)
                .reduce((first, second) -> second)
                .map(newest -> newest.by().grantedFen())
                .or(() -> othersInstead ? Optional.of(ownGrant) : Optional.empty());
        long borneFen = open.chargedFen() + borneByOthers;
        return grant.filter(fen -> borneByOthers != 0 && open.differenceFen() < 0)
                .filter(fen -> borneFen > Math.max(fen, ownGrant))
                .map(fen -> Math.max(0, open.chargedFen() - (borneFen - fen)))
                .map(rest -> new Open(open.fund(), open.person(), open.chargedFen(), rest))
                .map(back -> new Case(back, of.by(), Follows.YES, Kind.BORNE_BY_OTHERS))
                .orElse(of);
    }

    private Follows after(ByRun before, UUID person, Said now) {
        return notice.after(before.said(), now, !inTime(before, person, now));
    }

    /** Whether the difference was known before the cover began: by the lists since then, unless persons decided. */
    private boolean inTime(ByRun before, UUID person, Said now) {
        Instant cover = LocalDate.of(year, 1, 1).atStartOfDay(ZONE).toInstant();
        Instant list = learned.getOrDefault(person, Instant.MIN);
        boolean byLists = list.isAfter(before.knownOn()) && !before.said().byPersons() && !now.byPersons();
        return (byLists ? list : knownOn).isBefore(cover);
    }

    private long borneByOthers(Open open) {
        return notice.funds().stream()
                .filter(other -> !other.equals(open.fund()))
                .flatMap(other -> charged.of(other, open.person()).stream())
                .mapToLong(Charge::fen)
                .sum();
    }

    private Optional<CaseVerdict> decided(Case of) {
        return decisions.stream()
                .filter(d -> d.open().fund().equals(of.open().fund())
                        && d.open().person().equals(of.open().person()))
                .reduce((first, second) -> second)
                .filter(last -> last.open().equals(of.open()))
                .map(Decision::verdict);
    }
}
