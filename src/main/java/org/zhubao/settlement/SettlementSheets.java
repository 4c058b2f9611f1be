package org.zhubao.settlement;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface SettlementSheets extends JpaRepository<SettlementSheet, UUID> {

    List<SettlementSheet> findByCountyAndBenefitYearOrderByFrozenAtDesc(String county, int benefitYear);

    Optional<SettlementSheet> findByIdAndCounty(UUID id, String county);

    /** For a move: whoever wants to make one at the same time waits, and then sees how it stands. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<SettlementSheet> findWithLockById(UUID id);
}
