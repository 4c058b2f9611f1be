package org.zhubao.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.site.Refusal;

/** The one-time links by which users choose their passwords. */
@Service
@Transactional
public class Invitations {

    private static final Duration VALID_FOR = Duration.ofHours(24);

    private final IssuedInvitations issued;
    private final Users users;
    private final Passwords passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(IssuedInvitations issued, Users users, Passwords passwords, Clock clock) {
        this.issued = issued;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    Invitation issue(AppUser user) {
        Instant now = clock.instant();
        long id = user.id().value();
        issued.findByUserIdAndUsedAtIsNull(id).forEach(older -> older.close(now));
        Token token = Token.random(random);
        Instant expiresAt = now.plus(VALID_FOR);
        issued.save(new IssuedInvitation(token, user.id(), expiresAt));
        return new Invitation(token.text(), expiresAt);
    }

    /**
     * Who the link is for.
     *
     * @throws Refusal {@code invitation-void} (410) when it was used, has expired or never was
     */
    @Transactional(readOnly = true)
    public User invited(String token) {
        return issued.findByTokenHash(new Token(token).hash())
                .filter(i -> i.isOpen(clock.instant()))
                .flatMap(i -> users.findById(i.userId()))
                .map(AppUser::user)
                .orElseThrow(Invitations::isVoid);
    }

    /**
     * Sets the password and uses the link up.
     *
     * @throws Refusal {@code invitation-void} as above
     * @throws IllegalArgumentException when the password has a {@link Passwords#problem}
     */
    public void accept(String token, String password) {
        Instant now = clock.instant();
        IssuedInvitation invitation = issued.findForUse(new Token(token).hash())
                .filter(i -> i.isOpen(now))
                .orElseThrow(Invitations::isVoid);
        invitation.close(now);
        passwords.choose(users.findById(invitation.userId()).orElseThrow(Invitations::isVoid), password);
    }

    private static Refusal isVoid() {
        return new Refusal(HttpStatus.GONE, "invitation-void");
    }
}
