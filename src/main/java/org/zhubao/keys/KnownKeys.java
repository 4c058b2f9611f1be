package org.zhubao.keys;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhubao.protection.Vault;

/** The keys the data are encrypted under, each by a word that only it opens: one, or two while it is being changed. */
final class KnownKeys {

    private static final String WORD = "zhubao";

    private final JdbcClient jdbc;

    KnownKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Integer> versions() {
        return jdbc.sql("select version from encryption_key order by version")
                .query(Integer.class)
                .list();
    }

    void add(Vault vault) {
        jdbc.sql("insert into encryption_key (version, proof) values (?, ?) on conflict do nothing")
                .params(vault.version(), vault.encrypt(WORD))
                .update();
    }

    void remove(Vault vault) {
        jdbc.sql("delete from encryption_key where version = ?")
                .param(vault.version())
                .update();
    }

    /** @throws IllegalStateException when the key of that version is another one */
    void require(Vault vault) {
        byte[] proof = jdbc.sql("select proof from encryption_key where version = ?")
                .param(vault.version())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new IllegalStateException(
                        "The data are encrypted under key version " + versions() + ", not " + vault.version()));
        try {
            vault.decrypt(proof);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "The key file holds another key than that of the data (both of version " + vault.version() + ")",
                    e);
        }
    }
}
