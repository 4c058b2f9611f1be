package org.zhubao.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhubao.account.Role;
import org.zhubao.account.SignedIn;
import org.zhubao.determination.DecisionCard;
import org.zhubao.determination.DecisionCards;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Verdict;
import org.zhubao.division.Scope;
import org.zhubao.register.People;
import org.zhubao.site.Paging;
import org.zhubao.support.CountySeason;
import org.zhubao.support.Listed;

/** What clerk and reviewer of a county do in the review, and what they then see. */
class Reviewed {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    private final FindingItems finding;
    private final ReviewDesk desk;
    private final DecidingItems deciding;
    private final Decisions decisions;
    private final DeterminingSubsidies determining;
    private final DecisionCards cards;
    private final People people;

    Reviewed(
            FindingItems finding,
            ReviewDesk desk,
            DecidingItems deciding,
            Decisions decisions,
            DeterminingSubsidies determining,
            DecisionCards cards,
            People people) {
        this.finding = finding;
        this.desk = desk;
        this.deciding = deciding;
        this.decisions = decisions;
        this.determining = determining;
        this.cards = cards;
        this.people = people;
    }

    static Grounds grounds() {
        return new Grounds("the office has seen the papers", "No. 7", FROM, null, null);
    }

    /** Determines everybody, and does not go on before the review has looked at it. */
    void run(CountySeason season) {
        season.run();
        season.clerkDoes(() -> finding.find(season.place()));
    }

    UUID personId(CountySeason season, Listed person) {
        return season.clerk(() -> people.search(season.code(), new Scope(season.code()), person.number(), 1)
                .get(0)
                .id());
    }

    /** The clerk proposes for one person. */
    UUID propose(CountySeason season, Listed person, Verdict verdict) {
        return propose(season, person, verdict, grounds());
    }

    UUID propose(CountySeason season, Listed person, Verdict verdict, Grounds grounds) {
        UUID id = personId(season, person);
        return season.clerk(() -> deciding.propose(season.place(), Selection.person(id), verdict, grounds, 1, "clerk"));
    }

    /** The clerk decides about all of a kind. */
    UUID decide(CountySeason season, ItemKind kind, Act act, int expected) {
        Selection all = Selection.all(kind);
        return season.clerk(() -> deciding.decide(season.place(), all, act, "seen", expected, "clerk"));
    }

    void approve(CountySeason season, UUID proposal) {
        SignedIn.doing(Role.REVIEWER, season.code(), () -> {
            deciding.approve(season.place(), proposal, "reviewer");
            return true;
        });
    }

    void approveAs(CountySeason season, UUID proposal, String by) {
        deciding.approve(season.place(), proposal, by);
    }

    void undo(CountySeason season, UUID decision, String by) {
        season.clerkDoes(() -> deciding.undo(season.place(), decision, "it was a mistake", by));
    }

    /** The newest card of somebody. */
    DecisionCard card(CountySeason season, Listed person) {
        UUID id = personId(season, person);
        return season.clerk(() -> cards.card(
                        determining
                                .latest(season.code(), season.year())
                                .orElseThrow()
                                .id(),
                        id,
                        season.code(),
                        new Scope(season.code()))
                .orElseThrow());
    }

    List<ReviewDesk.Group> groups(CountySeason season) {
        return season.clerk(() -> desk.groups(season.place(), null));
    }

    List<ReviewDesk.Line> lines(CountySeason season, ItemKind kind) {
        return season.clerk(() -> desk.lines(season.place(), Selection.all(kind), new Paging(1, 100, 100)));
    }

    Decision decision(CountySeason season, UUID id) {
        return season.clerk(() -> decisions.list(season.place(), new Paging(1, 100, 100))).stream()
                .filter(decision -> decision.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
