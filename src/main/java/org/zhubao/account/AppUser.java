package org.zhubao.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.site.Refusal;

/** Somebody who may sign in. Nobody is deleted: who left is disabled. */
@Entity
class AppUser {

    static final int FAILURES_ALLOWED = 5;
    static final int PASSWORDS_KEPT = 5;
    static final Duration LOCKED_FOR = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String username;
    private String displayName;
    private @Nullable String passwordHash;
    private boolean enabled = true;
    private int failedAttempts;
    private @Nullable Instant lockedUntil;
    private Instant createdAt;
    private @Nullable Instant passwordChosenAt;
    private @Nullable Instant disabledAt;

    @ElementCollection
    @CollectionTable(name = "earlier_password", joinColumns = @JoinColumn(name = "user_id"))
    @OrderColumn(name = "position")
    @Column(name = "password_hash")
    private List<String> earlierPasswords = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "membership", joinColumns = @JoinColumn(name = "user_id"))
    @OrderColumn(name = "position")
    private List<MembershipRow> memberships = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected AppUser() {}

    AppUser(NewUser user, Instant createdAt) {
        this.username = user.username();
        this.displayName = user.displayName();
        this.createdAt = createdAt;
        user.memberships().stream().map(MembershipRow::of).forEach(memberships::add);
    }

    UserId id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet: " + username);
        }
        return new UserId(id);
    }

    String username() {
        return username;
    }

    /** A wrong password: the fifth in a row locks, and a lock that is over starts the count again. */
    void signInFailed(Instant now) {
        if (lockedUntil != null && !isLocked(now)) {
            signedIn();
        }
        failedAttempts++;
        if (failedAttempts >= FAILURES_ALLOWED) {
            lockedUntil = now.plus(LOCKED_FOR);
        }
    }

    void signedIn() {
        failedAttempts = 0;
        lockedUntil = null;
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** The user's own choice; it also ends a lock, because only the holder of the link or of the old one can make it. */
    void choosePassword(String hash, Instant now) {
        if (passwordHash != null) {
            earlierPasswords.add(passwordHash);
        }
        while (earlierPasswords.size() >= PASSWORDS_KEPT) {
            earlierPasswords.remove(0);
        }
        passwordHash = hash;
        passwordChosenAt = now;
        signedIn();
    }

    /** The hashes of the present password and those before it, at most so many. */
    List<String> recentPasswords(int most) {
        List<String> newestFirst = new ArrayList<>(earlierPasswords);
        if (passwordHash != null) {
            newestFirst.add(passwordHash);
        }
        Collections.reverse(newestFirst);
        return newestFirst.subList(0, Math.min(most, newestFirst.size()));
    }

    boolean passwordIsOlderThan(Duration age, Instant now) {
        return passwordChosenAt != null && !now.isBefore(passwordChosenAt.plus(age));
    }

    void disable(Instant now) {
        enabled = false;
        disabledAt = now;
    }

    void enable() {
        enabled = true;
        disabledAt = null;
    }

    /** Whether they can sign in, or could until after that moment. */
    boolean couldSignInSince(Instant moment) {
        return passwordHash != null && (disabledAt == null || disabledAt.isAfter(moment));
    }

    void add(Membership membership) {
        checkAddition(membership);
        memberships.add(MembershipRow.of(membership));
    }

    /** @throws Refusal {@code membership-there}, {@code duties-apart} */
    void checkAddition(Membership membership) {
        List<Membership> all = new ArrayList<>(memberships());
        if (all.contains(membership)) {
            throw new Refusal("membership-there");
        }
        all.add(membership);
        if (!Duty.isOne(all)) {
            throw new Refusal("duties-apart");
        }
    }

    User user() {
        return new User(id(), username, displayName, memberships(), enabled, passwordHash == null, lockedUntil);
    }

    /** Something about this user, for the trail; it concerns the scope in which the user acts. */
    AuditEvent event(Action action) {
        return AuditEvent.of(action, memberships().get(0).scope().prefix(), "user " + username);
    }

    /** That they have come in, or go, in the role they act in first. */
    AuditEvent ownEvent(Action action) {
        return event(action).by(username, memberships().get(0).role().name());
    }

    SignedInUser signingIn(Instant now) {
        List<Membership> memberships = memberships();
        Membership acting = memberships.get(0);
        CurrentUser current = new CurrentUser(
                id().value(), username, displayName, acting.role(), acting.scope(), acting.department());
        return new SignedInUser(
                current, memberships, now, passwordHash, enabled && passwordHash != null, !isLocked(now));
    }

    boolean maySignIn(Instant now) {
        return enabled && passwordHash != null && !isLocked(now);
    }

    boolean isAny(Set<Role> roles) {
        return memberships().stream().anyMatch(m -> roles.contains(m.role()));
    }

    private List<Membership> memberships() {
        return memberships.stream().map(MembershipRow::membership).toList();
    }
}
