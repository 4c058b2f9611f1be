package org.zhubao.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhubao.account.Offices;
import org.zhubao.audit.AuditTrail;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.MasterKey;
import org.zhubao.protection.MasterKeyFile;
import org.zhubao.protection.Vault;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.TestFolder;

/** The master key is changed from time to time; whoever has the old one opens nothing that is stored from then on. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=keys")
class KeyRotationTests {

    private static final Path PRESENT = TestFolder.KEY;

    @Autowired
    private Offices offices;

    @Autowired
    private Flyway flyway;

    @Autowired
    private DatabaseBehindTheWalls database;

    @Autowired
    private JdbcClient application;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private PlatformTransactionManager transactions;

    private final MasterKey from = new MasterKeyFile(PRESENT).read();
    private final MasterKey to = MasterKey.random(2);

    @Test
    void everythingIsEncryptedAnewEvenWhenThatIsCutOffInTheMiddle() throws Exception {
        offices.of("510402");
        database.sql()
                .sql("insert into authenticator (user_id, secret_cipher) select id, ? from app_user limit 1")
                .param(new Vault(from).encrypt("seed"))
                .update();
        List<UUID> persons = ids("select id from person order by id");
        assertThat(countUnder(from)).isGreaterThan(10);
        assertThat(numbers(new Vault(from))).hasSizeGreaterThan(1);

        AtomicInteger batches = new AtomicInteger();
        KeyRotation cutOff = new KeyRotation(flyway.getConfiguration().getDataSource(), from, to, () -> {
            if (batches.incrementAndGet() == 3) {
                throw new IllegalStateException("the power failed");
            }
        });
        assertThatThrownBy(cutOff::run).hasMessage("the power failed");
        assertThat(countUnder(from)).isPositive();
        assertThat(countUnder(to)).isPositive();
        assertThatThrownBy(() -> start(from)).hasMessageContaining("run it again");
        assertThatThrownBy(() -> start(to)).hasMessageContaining("run it again");
        assertThatThrownBy(() -> rotate(from, MasterKey.random(2)).run()).hasMessageContaining("another key");

        rotate(from, to).run();

        assertThat(countUnder(from)).isZero();
        Vault vault = new Vault(to);
        assertThat(numbers(vault))
                .allSatisfy(number -> assertThat(number.masked()).contains("*"));
        assertThat(ids("select id from person order by id")).isEqualTo(persons);
        assertThat(database.sql()
                        .sql("select count(*) from person p join roster_row r on r.person_key = p.person_key")
                        .query(Integer.class)
                        .single())
                .as("a person is still found by the number a roster gives")
                .isPositive();
        assertThat(database.sql()
                        .sql("select person_key from person")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        numbers(vault).stream().map(vault::personKey).toList());
        assertThat(sha256OfStoredFile(vault))
                .isEqualTo(database.sql()
                        .sql("select sha256 from roster_file order by id limit 1")
                        .query(byte[].class)
                        .single());
        assertThatThrownBy(() -> numbers(new Vault(from))).hasMessageContaining("key version 2");
        assertThatThrownBy(() -> start(from)).hasMessageContaining("not 1");
        assertThatThrownBy(() -> start(MasterKey.random(2))).hasMessageContaining("another key");
        assertThatThrownBy(() -> rotate(from, to).run()).hasMessageContaining("nothing is left to do");

        start(to);
        assertThat(database.sql()
                        .sql("select object from audit_entry where action = 'key-taken-into-use' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("key 1", "key 2");
    }

    @Test
    void theKeyIsNotChangedWhileTheApplicationIsAtWork(@TempDir Path place) {
        application.sql("select 1").query(Integer.class).single();
        RotateKey command = new RotateKey(flyway, PRESENT, place.resolve("key.new"));

        assertThatThrownBy(() -> command.run(new DefaultApplicationArguments())).hasMessageContaining("Stop");
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void aKeyFollowsAnOlderOne() {
        assertThatThrownBy(() -> rotate(MasterKey.random(2), MasterKey.random(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private KeyRotation rotate(MasterKey old, MasterKey next) {
        return new KeyRotation(flyway.getConfiguration().getDataSource(), old, next);
    }

    /** What the application asks itself when it starts with that key. */
    private void start(MasterKey key) {
        new KeyOfTheData(application, new Vault(key), trail, transactions).afterSingletonsInstantiated();
    }

    private int countUnder(MasterKey key) {
        int count = 0;
        for (EncryptedTable table : EncryptedTable.allOf(database.sql())) {
            for (String cipher : table.ciphers()) {
                count += database.sql()
                        .sql("select count(*) from " + table.name() + " where get_byte(" + cipher + ", 0) = ?")
                        .param(key.version())
                        .query(Integer.class)
                        .single();
            }
        }
        return count;
    }

    private List<IdNumber> numbers(Vault vault) {
        return database.sql().sql("select number_cipher from person").query(byte[].class).list().stream()
                .map(vault::decryptNumber)
                .toList();
    }

    private List<UUID> ids(String sql) {
        return database.sql().sql(sql).query(UUID.class).list();
    }

    private byte[] sha256OfStoredFile(Vault vault) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        database.sql()
                .sql(
                        "select cipher from roster_file_part where file_id = (select id from roster_file order by id limit 1)"
                                + " order by part")
                .query(byte[].class)
                .list()
                .forEach(part -> file.writeBytes(vault.decrypt(part)));
        return MessageDigest.getInstance("SHA-256").digest(file.toByteArray());
    }
}
