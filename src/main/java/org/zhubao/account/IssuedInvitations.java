package org.zhubao.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IssuedInvitations extends Repository<IssuedInvitation, String> {

    IssuedInvitation save(IssuedInvitation invitation);

    Optional<IssuedInvitation> findByTokenHash(String tokenHash);

    /** Locks the row: of two who use a link at once, only one gets through. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from IssuedInvitation i where i.tokenHash = :tokenHash")
    Optional<IssuedInvitation> findForUse(String tokenHash);

    List<IssuedInvitation> findByUserIdAndUsedAtIsNull(long userId);
}
