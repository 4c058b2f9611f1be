package org.zhubao.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Users extends Repository<AppUser, Long> {

    AppUser save(AppUser user);

    Optional<AppUser> findById(long id);

    Optional<AppUser> findByUsername(String username);

    /** Locks the row, so that failures arriving at once are all counted. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from AppUser u where u.username = :username")
    Optional<AppUser> findForCounting(String username);

    List<AppUser> findAllByOrderByUsername();

    boolean existsByUsername(String username);

    boolean existsByPasswordHashIsNotNull();
}
