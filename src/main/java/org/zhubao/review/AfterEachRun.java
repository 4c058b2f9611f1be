package org.zhubao.review;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhubao.determination.RunFinished;

/** Looks for what to review as soon as a run has finished. */
@Component
class AfterEachRun {

    private final FindingItems finding;

    AfterEachRun(FindingItems finding) {
        this.finding = finding;
    }

    @EventListener
    void look(RunFinished finished) {
        finding.find(finished.run());
    }
}
