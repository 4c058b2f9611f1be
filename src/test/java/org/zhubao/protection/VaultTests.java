package org.zhubao.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VaultTests {

    private static final IdNumber NUMBER = IdNumber.of("11010519491231002X").orElseThrow();

    private final Vault vault = new Vault(new MasterKey(1, new byte[32]));

    @Test
    void whatWasEncryptedComesBack() {
        assertThat(vault.decryptNumber(vault.encrypt(NUMBER))).isEqualTo(NUMBER);
        assertThat(vault.decryptText(vault.encrypt("扎西·次仁"))).isEqualTo("扎西·次仁");
    }

    @Test
    void theSameNumberNeverLooksTheSameTwice() {
        assertThat(vault.encrypt(NUMBER)).isNotEqualTo(vault.encrypt(NUMBER));
    }

    @Test
    void theCiphertextDoesNotShowTheNumber() {
        assertThat(new String(vault.encrypt(NUMBER), StandardCharsets.ISO_8859_1))
                .doesNotContain("19491231");
    }

    @Test
    void aChangedCiphertextIsRefused() {
        byte[] cipher = vault.encrypt(NUMBER);
        cipher[cipher.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.decrypt(cipher)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thePersonKeyDependsOnNumberAndMasterKeyAlone() {
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 1);
        assertThat(new Vault(new MasterKey(1, new byte[32])).personKey(NUMBER)).isEqualTo(vault.personKey(NUMBER));
        assertThat(new Vault(new MasterKey(1, other)).personKey(NUMBER)).isNotEqualTo(vault.personKey(NUMBER));
    }

    @Test
    void aKeyOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new MasterKey(1, new byte[16])).hasMessageContaining("32 bytes");
    }

    @Test
    void theVersionOfTheKeyStandsBeforeTheCiphertextAndAnotherDoesNotOpenIt() {
        Vault second = new Vault(new MasterKey(2, new byte[32]));

        assertThat(vault.encrypt(NUMBER)[0]).isEqualTo((byte) 1);
        assertThat(second.encrypt(NUMBER)[0]).isEqualTo((byte) 2);
        assertThatThrownBy(() -> vault.decrypt(second.encrypt(NUMBER))).hasMessageContaining("key version 2");
    }

    @Test
    void aKeyIsReadAsItIsWrittenAndNeverPrintedByAccident() {
        MasterKey third = MasterKey.random(3);

        assertThat(MasterKey.parse(third.text())).isEqualTo(third);
        assertThat(third.toString()).isEqualTo("MasterKey 3");
        assertThat(MasterKey.parse(new MasterKey(1, new byte[32]).text()).version())
                .isEqualTo(1);
    }
}
