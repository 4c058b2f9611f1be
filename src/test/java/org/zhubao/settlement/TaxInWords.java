package org.zhubao.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Marks, payments and what follows from holding them against a run, in plain words: whoever is granted something and has
 * paid is borne, in the tier they paid in; whoever has not paid is not; whoever was marked, and is granted nothing any
 * more, is a question; and who paid just as they were marked, and would get less by now, keeps it where nothing is taken
 * back. Whoever got back a part has paid all the same. What the tax bureau did not take was never said. Whoever is insured
 * as an employee, or was called dead before the cover, is not borne; who was called dead later is a question, until a day
 * is told.
 */
final class TaxInWords {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final NoticeInWords notice;
    private final Instant cover;
    private final Map<UUID, List<Mark>> marks = new HashMap<>();
    private final Map<UUID, List<Payment>> payments = new HashMap<>();
    private final Map<UUID, Told> told = new HashMap<>();
    private Map<UUID, Found> found = Map.of();
    private @Nullable Instant reconciledRun;
    private boolean anybodyPaid;

    TaxInWords(NoticeInWords notice, int year) {
        this.notice = notice;
        this.cover = LocalDate.of(year, 1, 1).atStartOfDay(ZONE).toInstant();
    }

    /** What somebody paid, or got back. @param totalFen negative where it was given back */
    record Payment(String tier, long subsidisedFen, long totalFen, LocalDate paidOn) {

        Payment givenBack(LocalDate day) {
            return new Payment(tier, -subsidisedFen, -totalFen, day);
        }
    }

    /** What a push said of somebody. @param since when they were marked first, without a break; null for a cancellation */
    private record Mark(UUID push, LocalDate pushedOn, @Nullable LocalDate since, Said said) {}

    /** What a list of enrolment said of somebody, and when it did so first without a break. */
    private record Told(HowInsured how, Instant since) {}

    /** What is to become of somebody's charge. */
    enum Outcome {
        /** Nobody says anything of them. */
        UNMENTIONED,
        BORNE,
        NOT_BORNE,
        QUESTION
    }

    /** @param bears what the funds bear, where they do */
    record Found(Outcome outcome, Said bears) {}

    void pushed(UUID push, Map<UUID, Said> says, LocalDate today) {
        Set<UUID> concerned = new HashSet<>(says.keySet());
        concerned.addAll(marks.keySet());
        for (UUID person : concerned) {
            Said now = says.getOrDefault(person, Said.NOTHING);
            Optional<Mark> active = lastMark(person).filter(mark -> mark.since() != null);
            if (now.isGranted()
                    && active.filter(mark -> isSame(mark.said(), now)).isEmpty()) {
                LocalDate since = active.map(Mark::since).orElse(today);
                marksOf(person).add(new Mark(push, today, since, now));
            } else if (!now.isGranted() && active.isPresent()) {
                marksOf(person).add(new Mark(push, today, null, active.get().said()));
            }
        }
    }

    private static boolean isSame(Said before, Said now) {
        return before.identity().equals(now.identity()) && before.subsidyFen() == now.subsidyFen();
    }

    /** The tax bureau did not take what that push said of somebody. */
    void refused(UUID push, UUID person) {
        marksOf(person).removeIf(mark -> mark.push().equals(push));
    }

    void told(UUID person, HowInsured how, Instant at) {
        told.put(person, new Told(how, at));
    }

    /** A list of how people are insured is accepted: what was found before is out of date. */
    void statesCame() {
        reconciledRun = null;
    }

    void paid(UUID person, Payment payment) {
        payments.computeIfAbsent(person, key -> new ArrayList<>()).add(payment);
    }

    /** A list of payments is accepted. */
    void received() {
        anybodyPaid = true;
        reconciledRun = null;
    }

    List<Payment> payments(UUID person) {
        return payments.getOrDefault(person, List.of());
    }

    /** What the tax bureau has to take off by the last mark. */
    Said marked(UUID person) {
        return lastMark(person)
                .filter(mark -> mark.since() != null)
                .map(Mark::said)
                .orElse(Said.NOTHING);
    }

    void reconciled(Map<UUID, Said> says, Instant run) {
        Set<UUID> concerned = new HashSet<>(says.keySet());
        concerned.addAll(marks.keySet());
        concerned.addAll(payments.keySet());
        Map<UUID, Found> all = new HashMap<>();
        concerned.forEach(person -> all.put(person, find(person, says.getOrDefault(person, Said.NOTHING))));
        found = all;
        reconciledRun = run;
    }

    /** Whether sheets can be drafted by that run. */
    boolean isReady(Instant run) {
        return !anybodyPaid || run.equals(reconciledRun);
    }

    boolean hasPayments() {
        return anybodyPaid;
    }

    /** @param now what the run says of them */
    Found of(UUID person, Said now) {
        return anybodyPaid
                ? found.getOrDefault(person, new Found(Outcome.UNMENTIONED, Said.NOTHING))
                : new Found(Outcome.BORNE, now);
    }

    private Found find(UUID person, Said now) {
        List<Payment> own = payments(person);
        long subsidised = own.stream().mapToLong(Payment::subsidisedFen).sum();
        long total = own.stream().mapToLong(Payment::totalFen).sum();
        boolean hasPaid = total > 0;
        Optional<Mark> last = lastMark(person);
        boolean marked = last.filter(mark -> mark.since() != null).isPresent();
        boolean concerned = now.isGranted() || (hasPaid ? last.isPresent() : marked);
        if (concerned
                && calledDead(person).filter(since -> since.isBefore(cover)).isPresent()) {
            return new Found(Outcome.NOT_BORNE, Said.NOTHING);
        }
        if (concerned && total < 0) {
            return new Found(Outcome.NOT_BORNE, Said.NOTHING);
        }
        if (now.isGranted()) {
            return hasPaid
                    ? ofPayer(person, borne(person, now, own, subsidised, total))
                    : new Found(Outcome.NOT_BORNE, Said.NOTHING);
        }
        boolean asked = concerned && (!hasPaid || subsidised != 0);
        return new Found(asked ? Outcome.QUESTION : Outcome.UNMENTIONED, Said.NOTHING);
    }

    private Found ofPayer(UUID person, Said borne) {
        if (calledDead(person).isPresent()) {
            return new Found(Outcome.QUESTION, Said.NOTHING);
        }
        boolean employee = Optional.ofNullable(told.get(person))
                .filter(word -> word.how() == HowInsured.EMPLOYEE)
                .isPresent();
        return employee ? new Found(Outcome.NOT_BORNE, Said.NOTHING) : new Found(Outcome.BORNE, borne);
    }

    /** Since when. */
    private Optional<Instant> calledDead(UUID person) {
        return Optional.ofNullable(told.get(person))
                .filter(word -> word.how() == HowInsured.DEAD)
                .map(Told::since);
    }

    private Said borne(UUID person, Said now, List<Payment> own, long subsidised, long total) {
        String tier = own.stream().map(Payment::tier).max(String::compareTo).orElse("");
        LocalDate first =
                own.stream().map(Payment::paidOn).min(LocalDate::compareTo).orElseThrow();
        long times = Math.max(
                1, own.stream().mapToLong(p -> Long.signum(p.totalFen())).sum());
        Said inTier = now.times(notice.percentInTier(tier));
        Optional<LocalDate> since = lastMark(person).map(Mark::since);
        boolean asMarkedThen = times == 1
                && since.isPresent()
                && (subsidised != 0 || first.isAfter(since.get()))
                && (subsidised != inTier.subsidyFen() || total != notice.premiumFen(tier));
        return marksOf(person).stream()
                .filter(mark -> !mark.pushedOn().isAfter(first))
                .reduce((one, next) -> next)
                .filter(then -> asMarkedThen && then.since() != null)
                .map(Mark::said)
                .filter(then -> then.subsidyFen() == subsidised && total == notice.premiumFen(""))
                .filter(then -> then.asRules() && now.asRules())
                .filter(then -> notice.keepsWhatWasPaid() && now.subsidyFen() < then.subsidyFen())
                .orElse(inTier);
    }

    private Optional<Mark> lastMark(UUID person) {
        return marksOf(person).stream().reduce((one, next) -> next);
    }

    private List<Mark> marksOf(UUID person) {
        return marks.computeIfAbsent(person, key -> new ArrayList<>());
    }
}
