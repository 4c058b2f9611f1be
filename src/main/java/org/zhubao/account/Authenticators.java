package org.zhubao.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Authenticators extends Repository<Authenticator, Long> {

    Authenticator saveAndFlush(Authenticator authenticator);

    Optional<Authenticator> findByUserId(long userId);

    /** Locks the row: of two who show the same code at once, only one gets through. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Authenticator a where a.userId = :userId")
    Optional<Authenticator> findForUse(long userId);

    void delete(Authenticator authenticator);

    void flush();
}
