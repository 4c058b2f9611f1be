package org.zhubao.determination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DeterminationRuns extends JpaRepository<DeterminationRun, UUID> {

    List<DeterminationRun> findByCountyAndBenefitYearOrderByStartedAtDesc(String county, int benefitYear);

    Optional<DeterminationRun> findByIdAndCounty(UUID id, String county);

    Optional<DeterminationRun> findFirstByCountyAndBenefitYearAndStatusOrderByAsKnownOnDescStartedAtDesc(
            String county, int benefitYear, RunStatus status);

    Optional<DeterminationRun> findFirstByCountyAndBenefitYearAndPublishedAtNotNullOrderByPublishedAtDesc(
            String county, int benefitYear);
}
