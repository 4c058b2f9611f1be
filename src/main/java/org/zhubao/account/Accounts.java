package org.zhubao.account;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.site.Refusal;

/** The users: created, invited, disabled. Nobody but the user ever knows the password. */
@Service
@Transactional
public class Accounts {

    private final Users users;
    private final Invitations invitations;
    private final OpenSessions sessions;
    private final Clock clock;

    Accounts(Users users, Invitations invitations, OpenSessions sessions, Clock clock) {
        this.users = users;
        this.invitations = invitations;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Creates a user who cannot sign in before having been invited.
     *
     * @throws Refusal {@code username-taken}
     */
    public UserId create(NewUser user) {
        if (users.existsByUsername(user.username())) {
            throw new Refusal("username-taken", user.username());
        }
        return users.save(new AppUser(user, clock.instant())).id();
    }

    /** A new one-time link for a first or a forgotten password, valid for 24 hours; older links of the user end. */
    public Invitation invite(UserId user) {
        return invitations.issue(find(user));
    }

    /** Whether anybody has chosen a password yet: as long as not, nobody can sign in. */
    @Transactional(readOnly = true)
    public boolean anybody() {
        return users.existsByPasswordHashIsNotNull();
    }

    @Transactional(readOnly = true)
    public List<User> list() {
        return users.findAllByOrderByUsername().stream().map(AppUser::user).toList();
    }

    /** @throws Refusal when there is no such user */
    @Transactional(readOnly = true)
    public User get(UserId user) {
        return find(user).user();
    }

    /** Keeps the user from signing in and ends the sessions they have. */
    public void disable(UserId user) {
        find(user).disable();
        sessions.endAllOf(user);
    }

    public void enable(UserId user) {
        find(user).enable();
    }

    private AppUser find(UserId user) {
        return users.findById(user.value()).orElseThrow(Refusal::notFound);
    }
}
