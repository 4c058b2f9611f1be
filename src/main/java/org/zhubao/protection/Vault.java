package org.zhubao.protection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not be readable in a copied database, and derives person keys. Both from one master key that is
 * kept outside the database. A ciphertext is one byte of key version, 12 bytes of nonce, the text and 16 bytes of tag
 * (AES-256-GCM, NIST SP 800-38D).
 */
public class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int TAG_BYTES = TAG_BITS / 8;

    private final byte version;
    private final SecretKeySpec encryptionKey;
    private final SecretKeySpec personKey;
    private final SecureRandom random = new SecureRandom();
    /** Each thread keeps its own: looking for them takes longer than encrypting an identity number. */
    private final ThreadLocal<Tools> tools = ThreadLocal.withInitial(this::tools);

    public Vault(MasterKey key) {
        this.version = (byte) key.version();
        this.encryptionKey = new SecretKeySpec(hmac(key.bytes(), "zhubao encryption"), "AES");
        this.personKey = new SecretKeySpec(hmac(key.bytes(), "zhubao person key"), "HmacSHA256");
    }

    private record Tools(Cipher cipher, Mac personKeys, Nonces nonces) {}

    /** Drawn by the hundred: the generator is slow to call and quick to fill. None is given out twice. */
    private static final class Nonces {

        private final SecureRandom random;
        private final byte[] drawn = new byte[100 * NONCE_BYTES];
        private int used = drawn.length;

        Nonces(SecureRandom random) {
            this.random = random;
        }

        void next(byte[] into, int at) {
            if (used == drawn.length) {
                random.nextBytes(drawn);
                used = 0;
            }
            System.arraycopy(drawn, used, into, at, NONCE_BYTES);
            used += NONCE_BYTES;
        }
    }

    private Tools tools() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(personKey);
            return new Tools(Cipher.getInstance("AES/GCM/NoPadding"), mac, new Nonces(random));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The version of the key. */
    public int version() {
        return version;
    }

    /** Whether the text was encrypted under a key of this version. */
    public boolean isOf(byte[] cipherText) {
        return cipherText[0] == version;
    }

    /** The key by which a person is known: the first 128 bits of a keyed hash of the identity number. */
    public UUID personKey(IdNumber number) {
        byte[] hash = tools.get().personKeys().doFinal(number.full().getBytes(StandardCharsets.US_ASCII));
        ByteBuffer first = ByteBuffer.wrap(hash);
        return new UUID(first.getLong(), first.getLong());
    }

    public byte[] encrypt(byte[] plain) {
        try {
            Tools mine = tools.get();
            byte[] out = new byte[1 + NONCE_BYTES + plain.length + TAG_BYTES];
            out[0] = version;
            mine.nonces().next(out, 1);
            Cipher cipher = mine.cipher();
            cipher.init(Cipher.ENCRYPT_MODE, encryptionKey, new GCMParameterSpec(TAG_BITS, out, 1, NONCE_BYTES));
            cipher.doFinal(plain, 0, plain.length, out, 1 + NONCE_BYTES);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when the text was changed or belongs to another key */
    public byte[] decrypt(byte[] cipherText) {
        if (!isOf(cipherText)) {
            throw new IllegalStateException("encrypted with key version " + cipherText[0] + ", which is not at hand");
        }
        try {
            Cipher cipher = tools.get().cipher();
            cipher.init(Cipher.DECRYPT_MODE, encryptionKey, new GCMParameterSpec(TAG_BITS, cipherText, 1, NONCE_BYTES));
            return cipher.doFinal(cipherText, 1 + NONCE_BYTES, cipherText.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be decrypted: changed, or of another key", e);
        }
    }

    public byte[] encrypt(String plain) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8));
    }

    public String decryptText(byte[] cipherText) {
        return new String(decrypt(cipherText), StandardCharsets.UTF_8);
    }

    public byte[] encrypt(IdNumber number) {
        return encrypt(number.full());
    }

    public IdNumber decryptNumber(byte[] cipherText) {
        return IdNumber.of(decryptText(cipherText))
                .orElseThrow(() -> new IllegalStateException("the ciphertext holds no identity number"));
    }

    private static byte[] hmac(byte[] key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
