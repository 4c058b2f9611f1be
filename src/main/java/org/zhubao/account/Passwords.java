package org.zhubao.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.site.Refusal;

/** Choosing passwords, as the policy of the office allows. */
@Service
@Transactional
public class Passwords {

    /** bcrypt looks at no more bytes than these. */
    private static final int MOST_BYTES = 72;

    private final PasswordPolicy policy;
    private final BreachedPasswords breached;
    private final PasswordEncoder encoder;
    private final Users users;
    private final OpenSessions sessions;
    private final FailedSignIns failures;
    private final AuditTrail trail;
    private final Clock clock;

    Passwords(
            @Value("${zhubao.password-policy}") String policy,
            BreachedPasswords breached,
            PasswordEncoder encoder,
            Users users,
            OpenSessions sessions,
            FailedSignIns failures,
            AuditTrail trail,
            Clock clock) {
        this.policy = Stream.of(new AsvsPasswords(), new DengbaoPasswords())
                .filter(p -> p.code().equals(policy))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("zhubao.password-policy must be asvs or dengbao, not " + policy));
        this.breached = breached;
        this.encoder = encoder;
        this.users = users;
        this.sessions = sessions;
        this.failures = failures;
        this.trail = trail;
        this.clock = clock;
    }

    /** The message that says what a password must be like. */
    public String hint() {
        return policy.hint();
    }

    /** What is wrong with a new password of this user. */
    @Transactional(readOnly = true)
    public Optional<PasswordProblem> problem(String username, String password) {
        return users.findByUsername(username).flatMap(user -> problem(user, password));
    }

    /**
     * Whether this is the user's present password. A wrong one counts as a failure to sign in, and while the user is
     * locked none is right.
     */
    public boolean isPresent(String username, String password) {
        AppUser user = users.findForCounting(username).orElseThrow(Refusal::notFound);
        if (user.isLocked(clock.instant())) {
            return false;
        }
        boolean right = matches(user.recentPasswords(1), password);
        if (!right) {
            failures.count(user);
            failures.record(user, "password");
        }
        return right;
    }

    /**
     * Changes the password of somebody who is signed in, and ends their other sessions.
     *
     * @param sessionId of the session that goes on
     * @throws IllegalArgumentException when it has a {@link #problem}
     */
    public void change(String username, String password, String sessionId) {
        set(users.findByUsername(username).orElseThrow(Refusal::notFound), password);
        sessions.endOthers(username, sessionId);
    }

    /** The password of somebody who is not signed in; ends whatever sessions there are. */
    void choose(AppUser user, String password) {
        set(user, password);
        sessions.endAllOf(user.username());
    }

    private void set(AppUser user, String password) {
        problem(user, password).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.code());
        });
        user.choosePassword(encoder.encode(password), clock.instant());
        trail.record(user.event(Action.PASSWORD_CHOSEN).by(user.username()));
    }

    boolean isExpired(AppUser user) {
        return policy.lifetime()
                .filter(lifetime -> user.passwordIsOlderThan(lifetime, clock.instant()))
                .isPresent();
    }

    private Optional<PasswordProblem> problem(AppUser user, String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(PasswordProblem.of("password.too-long"));
        }
        if (password.equalsIgnoreCase(user.username())) {
            return Optional.of(PasswordProblem.of("password.is-username"));
        }
        return policy.problem(password)
                .or(() -> breached.contains(password)
                        ? Optional.of(PasswordProblem.of("password.common"))
                        : Optional.empty())
                .or(() -> matches(user.recentPasswords(policy.remembered()), password)
                        ? Optional.of(PasswordProblem.of("password.used-before"))
                        : Optional.empty());
    }

    private boolean matches(List<String> hashes, String password) {
        return hashes.stream().anyMatch(hash -> encoder.matches(password, hash));
    }
}
