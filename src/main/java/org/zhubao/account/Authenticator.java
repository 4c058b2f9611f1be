package org.zhubao.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The device that shows a user's one-time codes, as the secret it shares with us, and the codes for when it is lost. */
@Entity
class Authenticator {

    @Id
    private long userId;

    @Column(name = "secret_cipher")
    private byte[] secret;

    private @Nullable Instant confirmedAt;
    private long lastStep;

    @ElementCollection
    @CollectionTable(name = "recovery_code", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "code_hash")
    private Set<String> recoveryCodes = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Authenticator() {}

    /** @param secret encrypted */
    Authenticator(UserId user, byte[] secret) {
        this.userId = user.value();
        this.secret = secret.clone();
    }

    byte[] secret() {
        return secret.clone();
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    void confirm(Instant now, Set<String> recoveryCodeHashes) {
        confirmedAt = now;
        recoveryCodes.addAll(recoveryCodeHashes);
    }

    /** @return false when this or a later step's code was used already: none is good twice (RFC 6238, 5.2) */
    boolean use(long step) {
        if (step <= lastStep) {
            return false;
        }
        lastStep = step;
        return true;
    }

    /** @return false when there is no such code, or no more */
    boolean useRecoveryCode(String hash) {
        return recoveryCodes.remove(hash);
    }
}
