package org.zhubao.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somewhere policies come from. Where two sources have one for the same region and year, the later source wins. */
interface PolicySource {

    /** What was in force at that moment, of one region and year the newest last. */
    List<Entry> read(Instant at);

    /**
     * A policy for a region and benefit year.
     *
     * @param policy empty where one was published that can no longer be read, because the notice it quotes has changed:
     *     then none is in force, least of all an older one
     */
    record Entry(String region, int benefitYear, Optional<PublishedPolicy> policy) {

        static Entry of(PublishedPolicy published) {
            return new Entry(published.policy().region(), published.policy().benefitYear(), Optional.of(published));
        }
    }
}
