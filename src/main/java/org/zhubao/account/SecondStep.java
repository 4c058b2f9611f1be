package org.zhubao.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditTrail;
import org.zhubao.protection.Vault;
import org.zhubao.site.Refusal;

/** Signing in by two factors: the password, and a one-time code of the user's authenticator. */
@Service
@Transactional
public class SecondStep {

    private static final int RECOVERY_CODES = 8;
    private static final int RECOVERY_BYTES = 15;

    private final Authenticators authenticators;
    private final Users users;
    private final FailedSignIns failures;
    private final AuditTrail trail;
    private final Vault vault;
    private final Clock clock;
    private final OneTimeCodes codes = new OneTimeCodes();
    private final Base32 base32 = new Base32();
    private final SecureRandom random = new SecureRandom();

    SecondStep(
            Authenticators authenticators,
            Users users,
            FailedSignIns failures,
            AuditTrail trail,
            Vault vault,
            Clock clock) {
        this.authenticators = authenticators;
        this.users = users;
        this.failures = failures;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isEnrolled(String username) {
        return isEnrolled(find(username));
    }

    boolean isEnrolled(AppUser user) {
        return authenticator(user).filter(Authenticator::isConfirmed).isPresent();
    }

    /** Makes a new secret; one that was never confirmed is forgotten. @throws Refusal {@code second-step-enrolled} */
    public void begin(String username) {
        AppUser user = find(username);
        if (isEnrolled(user)) {
            throw new Refusal("second-step-enrolled");
        }
        authenticator(user).ifPresent(this::forget);
        authenticators.saveAndFlush(new Authenticator(user.id(), vault.encrypt(random(OneTimeCodes.SECRET_BYTES))));
    }

    /** The enrolment that was begun and not yet confirmed. */
    @Transactional(readOnly = true)
    public Optional<Enrolment> begun(String username) {
        return authenticator(find(username))
                .filter(a -> !a.isConfirmed())
                .map(a -> new Enrolment(username, base32.encodeToString(vault.decrypt(a.secret()))));
    }

    /**
     * Confirms an enrolment by a first code.
     *
     * @return codes for when the device is lost, each good once, shown now and never again; empty when the code is wrong
     */
    public List<String> confirm(String username, String code) {
        AppUser user = find(username);
        Optional<Authenticator> begun = authenticators
                .findForUse(user.id().value())
                .filter(a -> !a.isConfirmed())
                .filter(a -> isRight(a, code));
        if (begun.isEmpty()) {
            return List.of();
        }
        List<String> recovery = Stream.generate(() -> base32.encodeToString(random(RECOVERY_BYTES)))
                .limit(RECOVERY_CODES)
                .toList();
        begun.get()
                .confirm(
                        clock.instant(), recovery.stream().map(SecondStep::hash).collect(Collectors.toSet()));
        trail.record(user.event(Action.SECOND_STEP_ENROLLED).by(username).changing("enrolled", false, true));
        return recovery;
    }

    /**
     * Whether the code is right now, or one of the recovery codes; either is used up by that. A wrong one counts as a
     * failure to sign in, and while the user is locked none is right.
     */
    public boolean check(String username, String code) {
        AppUser user = users.findForCounting(username).orElseThrow(Refusal::notFound);
        if (user.isLocked(clock.instant())) {
            return false;
        }
        boolean right = authenticators
                .findForUse(user.id().value())
                .filter(Authenticator::isConfirmed)
                .filter(a -> isRight(a, code) || a.useRecoveryCode(hash(code)))
                .isPresent();
        if (!right) {
            failures.count(user);
            failures.record(user, "code");
        }
        return right;
    }

    /** Forgets the authenticator, because the user gave it up or an administrator knows that it is lost. */
    public void remove(String username) {
        AppUser user = find(username);
        authenticator(user).ifPresent(this::forget);
        trail.record(user.event(Action.SECOND_STEP_REMOVED).changing("enrolled", true, false));
    }

    private boolean isRight(Authenticator authenticator, String code) {
        OptionalLong step = codes.stepOf(code.replace(" ", ""), vault.decrypt(authenticator.secret()), clock.instant());
        return step.isPresent() && authenticator.use(step.getAsLong());
    }

    private void forget(Authenticator authenticator) {
        authenticators.delete(authenticator);
        authenticators.flush();
    }

    private Optional<Authenticator> authenticator(AppUser user) {
        return authenticators.findByUserId(user.id().value());
    }

    private AppUser find(String username) {
        return users.findByUsername(username).orElseThrow(Refusal::notFound);
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String hash(String recoveryCode) {
        return new Token(recoveryCode.strip().toUpperCase(Locale.ROOT)).hash();
    }
}
