package org.zhubao.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhubao.account.Workplace;
import org.zhubao.determination.DeterminationDesk;
import org.zhubao.determination.PaidAs;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunFinished;
import org.zhubao.division.Divisions;
import org.zhubao.review.DecidingItems;
import org.zhubao.review.Decisions;
import org.zhubao.review.Grounds;
import org.zhubao.review.Selection;
import org.zhubao.rules.Outcome;
import org.zhubao.site.Paging;
import org.zhubao.visit.AskingTownships;
import org.zhubao.visit.EnteringFindings;
import org.zhubao.visit.Finding;
import org.zhubao.visit.Purpose;
import org.zhubao.visit.VisitDesk;
import org.zhubao.visit.VisitList;

/** An override that waits for the second person, a township in the middle of its list and another that found something. */
@Component
@Profile("demo")
class DemoReview {

    private static final String COUNTY = "510421";
    private static final int YEAR = 2025;
    private static final String UNDER_WAY = COUNTY + "001";
    private static final String DONE = COUNTY + "002";

    private final AskingTownships asking;
    private final EnteringFindings entering;
    private final VisitDesk visits;
    private final DecidingItems deciding;
    private final Decisions decisions;
    private final DeterminationDesk determinations;
    private final Divisions divisions;
    private final Clock clock;

    DemoReview(
            AskingTownships asking,
            EnteringFindings entering,
            VisitDesk visits,
            DecidingItems deciding,
            Decisions decisions,
            DeterminationDesk determinations,
            Divisions divisions,
            Clock clock) {
        this.asking = asking;
        this.entering = entering;
        this.visits = visits;
        this.deciding = deciding;
        this.decisions = decisions;
        this.determinations = determinations;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** What townships found does not need a run. */
    void askTownships() {
        Workplace place = place();
        asking.ask(place, Purpose.IDENTITY, List.of(UNDER_WAY, DONE), "clerk");
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        for (VisitList list : visits.lists(place)) {
            boolean first = list.number() == 1;
            List<VisitList.Entry> found = visits.lines(list.id(), new Paging(1, list.people(), list.people())).stream()
                    .filter(line -> !first || line.line() % 3 == 0)
                    .map(line -> new VisitList.Entry(
                            line.line(),
                            line.line() % 9 == 1 ? Finding.MOVED : Finding.CONFIRMED,
                            today,
                            line.line() % 9 == 1 ? "全家迁往成都" : ""))
                    .toList();
            entering.enter(place, list.id(), found, "township");
            if (!first) {
                asking.recall(place, list.id(), "clerk");
            }
        }
    }

    /** After the first run of the county, once. */
    @EventListener
    void propose(RunFinished finished) {
        Run run = finished.run();
        if (run.county().equals(COUNTY) && run.benefitYear() == YEAR && decisions.count(place()) == 0) {
            determinations
                    .lines(run, new DeterminationDesk.Filter(Outcome.GRANTED, null, null, null, null), 0, 1)
                    .stream()
                    .findFirst()
                    .ifPresent(line -> deciding.propose(
                            place(),
                            Selection.person(line.personId()),
                            new PaidAs("destitute-support"),
                            new Grounds(
                                    "已批准为特困人员，名册尚未更新",
                                    "米易县民政局特困人员救助供养审批表",
                                    LocalDate.ofInstant(clock.instant(), clock.getZone()),
                                    null,
                                    null),
                            1,
                            "clerk"));
        }
    }

    private Workplace place() {
        return new Workplace(divisions.find(COUNTY).orElseThrow(), YEAR);
    }
}
