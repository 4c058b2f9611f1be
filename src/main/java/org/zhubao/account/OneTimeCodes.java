package org.zhubao.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Six digits for every 30 seconds (RFC 6238 with SHA-1), as the common authenticator applications show them. */
final class OneTimeCodes {

    static final int SECRET_BYTES = 20;
    private static final long SECONDS = 30;
    /** A clock that goes wrong by so many steps is forgiven. */
    private static final int TOLERATED = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    /** The step whose code this is, among those around now; empty for a wrong code. */
    OptionalLong stepOf(String code, byte[] secret, Instant now) {
        long present = now.getEpochSecond() / SECONDS;
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(present - TOLERATED, present + TOLERATED)
                .filter(step -> MessageDigest.isEqual(typed, code(secret, step).getBytes(StandardCharsets.UTF_8)))
                .max();
    }

    String code(byte[] secret, Instant when) {
        return code(secret, when.getEpochSecond() / SECONDS);
    }

    private String code(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * SECONDS), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
