package org.zhubao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhubao.audit.AuditChain.Breach;
import org.zhubao.audit.AuditChain.DailyHead;
import org.zhubao.audit.AuditChain.Damage;
import org.zhubao.support.DatabaseBehindTheWalls;
import org.zhubao.support.DatabaseTest;

/** Whoever owns the database can do anything to the trail, except unnoticed. */
@DatabaseTest
@TestPropertySource(properties = "zhubao.test.own-database=trail")
class AuditTrailTests {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditChain chain;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DatabaseBehindTheWalls database;

    @BeforeEach
    void tenLines() {
        breakIn("truncate audit_entry");
        for (int i = 0; i < 10; i++) {
            trail.record(event(i));
        }
    }

    @Test
    void whatIsAsWrittenIsIntact() {
        assertThat(chain.verify()).isEqualTo(new AuditChain.Verification(10, List.of()));
    }

    @Test
    void anEditedLineIsFound() {
        breakIn("update audit_entry set object = 'roster 7' where id = 4");

        assertThat(chain.verify().breaches()).containsExactly(new Breach(4, Damage.CHANGED));
    }

    @Test
    void anotherTimeIsAnEditToo() {
        breakIn("update audit_entry set at = at - interval '1 microsecond' where id = 10");

        assertThat(chain.verify().breaches()).containsExactly(new Breach(10, Damage.CHANGED));
    }

    @Test
    void aDeletedLineIsFound() {
        breakIn("delete from audit_entry where id in (1, 5)");

        assertThat(chain.verify().breaches())
                .containsExactly(new Breach(1, Damage.MISSING), new Breach(5, Damage.MISSING));
    }

    @Test
    void aDeletedLineWhoseNumberIsGivenToTheNextIsFound() {
        breakIn("delete from audit_entry where id = 5");
        breakIn("update audit_entry set id = 5 where id = 6");

        assertThat(chain.verify().breaches()).contains(new Breach(5, Damage.CHANGED), new Breach(6, Damage.MISSING));
    }

    @Test
    void linesThatChangedPlacesAreFound() {
        breakIn("update audit_entry set id = 11 - id + 100 where id in (3, 8)");
        breakIn("update audit_entry set id = id - 100 where id > 100");

        assertThat(chain.verify().breaches()).contains(new Breach(3, Damage.CHANGED), new Breach(8, Damage.CHANGED));
    }

    @Test
    void aLineWithAHashOfItsOwnBreaksTheNext() {
        AuditEntry forged = database.sql()
                .sql("select * from audit_entry where id = 6")
                .query((row, n) -> AuditEntry.of(row))
                .single();
        byte[] previous = database.sql()
                .sql("select hash from audit_entry where id = 5")
                .query(byte[].class)
                .single();
        AuditEntry other = new AuditEntry(
                6, forged.at(), "somebody", forged.role(), forged.address(), forged.action(), "", "roster 9", "", "");
        database.sql()
                .sql(
                        "update audit_entry set who = ?, division = '', object = 'roster 9', before = '', after = '', hash = ? where id = 6")
                .params("somebody", other.hash(previous))
                .update();

        assertThat(chain.verify().breaches()).containsExactly(new Breach(7, Damage.CHANGED));
    }

    @Test
    void linesCutOffAtTheEndShowInTheHeadOfTheDay() {
        DailyHead printed = chain.dailyHeads().get(0);
        breakIn("delete from audit_entry where id > 8");

        assertThat(chain.verify().intact()).isTrue();
        assertThat(chain.dailyHeads().get(0)).isNotEqualTo(printed);
        assertThat(printed.lines()).isEqualTo(10);
    }

    @Test
    void linesComeOneByOneHoweverManyAreWrittenAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            var written = IntStream.range(0, 80)
                    .mapToObj(n -> threads.submit(() -> trail.record(event(n))))
                    .toList();
            for (var done : written) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(chain.verify()).isEqualTo(new AuditChain.Verification(90, List.of()));
    }

    @Test
    void whatDidNotHappenIsNotOnRecord() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.record(event(11));
            status.setRollbackOnly();
        });

        assertThat(chain.verify()).isEqualTo(new AuditChain.Verification(10, List.of()));
    }

    @Test
    void aDigestThatHappensToHaveEighteenDigitsInARowGetsIn() {
        String digest = "ab510402197001010013ab" + "c".repeat(42);

        assertThat(event(1).with("digest", digest).after()).containsEntry("digest", digest);
    }

    @Test
    void noIdentityNumberGetsIn() {
        AuditEvent event = event(1);

        assertThatThrownBy(() -> event.with("number", "510402197001010013"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditEvent.of(Action.NUMBER_SHOWN, "", "person 51040219700101001x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(event.with("totalFen", 123_456_789_012_345L).after()).containsKey("totalFen");
    }

    private static AuditEvent event(int n) {
        return AuditEvent.of(Action.ROSTER_ACCEPTED, "510421", "roster " + n)
                .changing("status", "SUBMITTED", "ACCEPTED");
    }

    private void breakIn(String statement) {
        database.sql().sql(statement).update();
    }
}
