package org.zhubao.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.site.Refusal;

/** The tokens by which programs use the HTTP interface as one of the users, within one of the user's memberships. */
@Service
@Transactional
public class ApiTokens {

    /** The longest a token is valid. */
    public static final Duration LONGEST = Duration.ofDays(365);

    private final IssuedApiTokens issued;
    private final Users users;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(IssuedApiTokens issued, Users users, AuditTrail trail, Clock clock) {
        this.issued = issued;
        this.users = users;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Issues a token of the user's own: nobody else can, as whoever holds it is that user.
     *
     * @return the secret, which cannot be had again
     * @throws Refusal {@code token-beyond-user} when the user is not what the token would act as; {@code
     *     token-expiry} when it has expired already or would be valid for more than a year
     */
    public String issue(NewApiToken token) {
        Instant now = clock.instant();
        if (!token.expiresAt().isAfter(now) || token.expiresAt().isAfter(now.plus(LONGEST))) {
            throw new Refusal("token-expiry");
        }
        AppUser owner = users.findById(token.user().value()).orElseThrow(Refusal::notFound);
        if (!owner.user().is(token.acting())) {
            throw new Refusal("token-beyond-user");
        }
        Token secret = Token.random(random);
        issued.save(new IssuedApiToken(secret, token, owner.username(), now));
        trail.record(owner.event(Action.TOKEN_ISSUED)
                .with("name", token.name())
                .with("role", token.acting().role().code())
                .with("scope", token.acting().scope().prefix())
                .with("expires", token.expiresAt()));
        return secret.text();
    }

    /** All that were ever issued to a user, the newest first. */
    @Transactional(readOnly = true)
    public List<ApiToken> of(UserId user) {
        return issued.findByUserIdOrderByIssuedAtDesc(user.value()).stream()
                .map(IssuedApiToken::token)
                .toList();
    }

    /** Ends a token at once. */
    public void revoke(UserId user, long token) {
        IssuedApiToken revoked = issued.findByIdAndUserId(token, user.value()).orElseThrow(Refusal::notFound);
        revoked.revoke(clock.instant());
        AppUser owner = users.findById(user.value()).orElseThrow(Refusal::notFound);
        trail.record(owner.event(Action.TOKEN_REVOKED)
                .changing("valid", true, false)
                .with("name", revoked.token().name()));
    }

    /**
     * Who is at work with this secret. Empty when no such token is valid, its user is disabled, or the user no longer
     * is what the token acts as.
     */
    @Transactional(readOnly = true)
    public Optional<SignedInUser> signIn(String secret) {
        return issued.findByTokenHash(new Token(secret).hash())
                .map(IssuedApiToken::token)
                .filter(token -> token.isValidAt(clock.instant()))
                .flatMap(token -> users.findById(token.user().value())
                        .map(AppUser::user)
                        .filter(owner -> owner.enabled() && owner.is(token.acting()))
                        .map(owner -> signedIn(owner, token.acting())));
    }

    private static SignedInUser signedIn(User owner, Membership acting) {
        CurrentUser current = new CurrentUser(
                owner.id().value(),
                owner.username(),
                owner.displayName(),
                acting.role(),
                acting.scope(),
                acting.department());
        return new SignedInUser(current, List.of(acting), Instant.EPOCH, null, true, true);
    }
}
