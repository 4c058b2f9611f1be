package org.zhubao.roster;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RosterBatches extends JpaRepository<RosterBatch, UUID> {

    /** Whether a list of the same department, county and year has this status and was decided upon later. */
    boolean existsByCountyAndBenefitYearAndDepartmentAndStatusAndDecidedAtAfter(
            String county, int benefitYear, String department, RosterStatus status, Instant decidedAt);
}
