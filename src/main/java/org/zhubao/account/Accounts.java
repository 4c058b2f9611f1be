package org.zhubao.account;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.site.Refusal;

/** The users: created, invited, disabled. Nobody but the user ever knows the password. */
@Service
@Transactional
public class Accounts {

    private final Users users;
    private final Invitations invitations;
    private final OpenSessions sessions;
    private final SecondStep secondStep;
    private final AuditTrail trail;
    private final Clock clock;

    Accounts(
            Users users,
            Invitations invitations,
            OpenSessions sessions,
            SecondStep secondStep,
            AuditTrail trail,
            Clock clock) {
        this.users = users;
        this.invitations = invitations;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.trail = trail;
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
        AppUser created = users.save(new AppUser(user, clock.instant()));
        trail.record(created.event(Action.USER_CREATED).with("memberships", describe(user.memberships())));
        return created.id();
    }

    /**
     * A new one-time link for a first or a forgotten password, valid for 24 hours; older links of the user end. Where a
     * person asks for it, {@link Confirmations} decides.
     */
    public Invitation invite(UserId user) {
        AppUser invited = find(user);
        Invitation invitation = invitations.issue(invited);
        trail.record(invited.event(Action.USER_INVITED));
        return invitation;
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
        AppUser disabled = find(user);
        disabled.disable(clock.instant());
        sessions.endAllOf(disabled.username());
        trail.record(disabled.event(Action.USER_DISABLED).changing("enabled", true, false));
    }

    /** Signs the user out everywhere. */
    public void endSessions(UserId user) {
        AppUser signedOut = find(user);
        sessions.endAllOf(signedOut.username());
        trail.record(signedOut.event(Action.SESSIONS_ENDED).with("which", "all"));
    }

    /** Ends one of the user's own sessions. @throws Refusal 404 when no session of theirs has that handle */
    public void endSession(CurrentUser user, String handle) {
        sessions.end(user.username(), handle);
        trail.record(find(new UserId(user.id())).event(Action.SESSIONS_ENDED).with("which", "one"));
    }

    /** Ends the user's own sessions but the one at hand. */
    public void endOtherSessions(CurrentUser user, String sessionId) {
        sessions.endOthers(user.username(), sessionId);
        trail.record(find(new UserId(user.id())).event(Action.SESSIONS_ENDED).with("which", "others"));
    }

    /** Forgets the authenticator of a user who has lost it, and signs them out everywhere. */
    public void removeSecondStep(UserId user) {
        String username = find(user).username();
        secondStep.remove(username);
        sessions.endAllOf(username);
    }

    public void enable(UserId user) {
        AppUser enabled = find(user);
        enabled.enable();
        trail.record(enabled.event(Action.USER_ENABLED).changing("enabled", false, true));
    }

    /** Makes the user something else besides, as {@link Confirmations} has decided. */
    void add(UserId user, Membership membership) {
        AppUser member = find(user);
        member.add(membership);
        trail.record(member.event(Action.MEMBERSHIP_ADDED).with("membership", membership.words()));
    }

    private static String describe(List<Membership> memberships) {
        return memberships.stream().map(Membership::words).collect(Collectors.joining(" "));
    }

    private AppUser find(UserId user) {
        return users.findById(user.value()).orElseThrow(Refusal::notFound);
    }
}
