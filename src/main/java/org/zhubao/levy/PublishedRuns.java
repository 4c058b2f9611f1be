package org.zhubao.levy;

import org.springframework.stereotype.Component;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.site.Refusal;

/** The one run that counts for what is told to others and paid. */
@Component
class PublishedRuns {

    private final DeterminingSubsidies determining;

    PublishedRuns(DeterminingSubsidies determining) {
        this.determining = determining;
    }

    /** @throws Refusal when there is none yet */
    Run of(String county, int benefitYear) {
        return determining.published(county, benefitYear).orElseThrow(() -> new Refusal("levy.no-run"));
    }

    /** @throws Refusal while a run is under way: what it will say is not known yet */
    void requireNoneUnderWay(String county, int benefitYear) {
        if (determining.runs(county, benefitYear).stream()
                .anyMatch(run -> !run.status().isOver())) {
            throw Refusal.overtaken("levy.run-under-way");
        }
    }
}
