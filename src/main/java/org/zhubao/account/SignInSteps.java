package org.zhubao.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;

/** Knows what is still to be asked of somebody who is signing in. */
@Service
@Transactional
public class SignInSteps {

    private static final Set<Role> MUST_ENROL = EnumSet.of(Role.ADMINISTRATOR, Role.REVIEWER);

    private final Users users;
    private final Passwords passwords;
    private final SecondStep secondStep;
    private final AuditTrail trail;
    private final boolean enrolmentRequired;
    private final Clock clock;

    SignInSteps(
            Users users,
            Passwords passwords,
            SecondStep secondStep,
            AuditTrail trail,
            @Value("${zhubao.totp.required}") boolean enrolmentRequired,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.secondStep = secondStep;
        this.trail = trail;
        this.enrolmentRequired = enrolmentRequired;
        this.clock = clock;
    }

    /** The first step that somebody whose password was right must take. */
    @Transactional(readOnly = true)
    public Optional<UnfinishedSignIn> first(String username) {
        return next(username, null, clock.instant());
    }

    /** The step after the one that was just taken. */
    @Transactional(readOnly = true)
    public Optional<UnfinishedSignIn> after(UnfinishedSignIn taken) {
        return next(taken.username(), taken.step(), taken.since());
    }

    /**
     * Lets in who has taken all steps, and forgets their failures.
     *
     * @return empty when they were disabled or locked meanwhile
     */
    public Optional<SignedInUser> finish(UnfinishedSignIn last) {
        return users.findForCounting(last.username())
                .filter(user -> user.maySignIn(clock.instant()))
                .map(user -> {
                    user.signedIn();
                    trail.record(user.ownEvent(Action.SIGNED_IN));
                    return user.signingIn(last.since());
                });
    }

    private Optional<UnfinishedSignIn> next(String username, @Nullable Step taken, Instant since) {
        AppUser user = users.findByUsername(username).orElseThrow();
        return Arrays.stream(Step.values())
                .filter(step -> taken == null || step.compareTo(taken) > 0)
                .filter(step -> isDue(step, user))
                .findFirst()
                .map(step -> new UnfinishedSignIn(username, step, since));
    }

    private boolean isDue(Step step, AppUser user) {
        return switch (step) {
            case CODE -> secondStep.isEnrolled(user);
            case PASSWORD -> passwords.isExpired(user);
            case ENROLMENT -> enrolmentRequired && user.isAny(MUST_ENROL) && !secondStep.isEnrolled(user);
        };
    }
}
