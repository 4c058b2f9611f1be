package org.zhubao.settlement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SettlementSheets extends JpaRepository<SettlementSheet, UUID> {

    List<SettlementSheet> findByCountyAndBenefitYearOrderByFrozenAtDesc(String county, int benefitYear);

    Optional<SettlementSheet> findByIdAndCounty(UUID id, String county);
}
