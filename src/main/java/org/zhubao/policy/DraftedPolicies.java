package org.zhubao.policy;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DraftedPolicies extends Repository<DraftedPolicy, UUID> {

    DraftedPolicy save(DraftedPolicy draft);

    Optional<DraftedPolicy> findById(UUID id);

    /** For whoever is about to change it: the next one waits, and then sees the change. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from DraftedPolicy d where d.id = :id")
    Optional<DraftedPolicy> lock(UUID id);

    List<DraftedPolicy> findAllByOrderByChangedAtDesc();
}
