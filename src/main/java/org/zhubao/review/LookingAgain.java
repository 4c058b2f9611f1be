package org.zhubao.review;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhubao.determination.RunFinished;
import org.zhubao.visit.VisitsRecalled;

/** Looks for what to review as soon as a run has finished, or a township's findings have come in. */
@Component
class LookingAgain {

    private final FindingItems finding;

    LookingAgain(FindingItems finding) {
        this.finding = finding;
    }

    @EventListener
    void look(RunFinished finished) {
        finding.find(finished.run());
    }

    @EventListener
    void look(VisitsRecalled recalled) {
        finding.findIfDetermined(recalled.workplace());
    }
}
