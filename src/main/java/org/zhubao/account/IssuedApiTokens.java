package org.zhubao.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface IssuedApiTokens extends Repository<IssuedApiToken, Long> {

    IssuedApiToken save(IssuedApiToken token);

    Optional<IssuedApiToken> findByTokenHash(String tokenHash);

    Optional<IssuedApiToken> findByIdAndUserId(long id, long userId);

    List<IssuedApiToken> findByUserIdOrderByIssuedAtDesc(long userId);
}
