package org.zhubao.protection;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * A master key: 32 random bytes, and the version that stands before everything encrypted under it.
 *
 * @param version 1 for the first, up to 127
 */
public record MasterKey(int version, byte[] bytes) {

    private static final int LENGTH = 32;

    public MasterKey {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("the key must have 32 bytes, not " + bytes.length);
        }
        if (version < 1 || version > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("not a version of a key: " + version);
        }
        bytes = bytes.clone();
    }

    public static MasterKey random(int version) {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new MasterKey(version, bytes);
    }

    /** @throws IllegalArgumentException when it is no key */
    static MasterKey parse(String text) {
        int colon = text.indexOf(':');
        int version = colon < 0 ? 1 : Integer.parseInt(text.substring(0, colon));
        return new MasterKey(version, Base64.getDecoder().decode(text.substring(colon + 1)));
    }

    /** As its file holds it: the bytes in base64, from the second version on with the version and a colon in front. */
    String text() {
        return (version == 1 ? "" : version + ":") + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey that && version == that.version && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * version + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "MasterKey " + version;
    }
}
