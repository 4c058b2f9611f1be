package org.zhubao.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProposedAccesses extends Repository<ProposedAccess, Long> {

    ProposedAccess save(ProposedAccess proposed);

    List<ProposedAccess> findByDecidedByIsNullOrderByProposedAt();

    List<ProposedAccess> findByUserIdAndDecidedByIsNull(long userId);

    /** Locks the row: of two who decide at once, only one finds it open. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from ProposedAccess p where p.id = :id and p.decidedBy is null")
    Optional<ProposedAccess> findForDecision(long id);
}
