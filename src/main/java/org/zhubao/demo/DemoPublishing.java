package org.zhubao.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunFinished;

/** Publishes the first run of each county, so that the demonstration has something to push and to settle. */
@Component
@Profile("demo")
class DemoPublishing {

    private final DeterminingSubsidies determining;

    DemoPublishing(DeterminingSubsidies determining) {
        this.determining = determining;
    }

    /** Before whoever needs a published run. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void publish(RunFinished finished) {
        Run run = finished.run();
        if (determining.published(run.county(), run.benefitYear()).isEmpty()) {
            determining.publish(run.id(), run.county(), "clerk");
        }
    }
}
