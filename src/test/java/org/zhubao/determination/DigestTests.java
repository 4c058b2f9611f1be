package org.zhubao.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhubao.division.Department;
import org.zhubao.roster.RosterKind;
import org.zhubao.support.CountySeason;
import org.zhubao.support.CountySeasons;
import org.zhubao.support.DatabaseTest;
import org.zhubao.support.Listed;
import org.zhubao.support.RosterWorkbook;

/** The digest of a run, which offices have in their trails, computed anew from what is stored, without the database. */
@DatabaseTest
class DigestTests {

    @Autowired
    private CountySeasons counties;

    @Test
    void theDigestOfARunIsThatOfItsPeopleAndWhatTheyCameTo() {
        CountySeason season = counties.fresh(2021);
        Listed allowed = season.person();
        Listed dead = season.person();
        List<Listed> listed =
                new ArrayList<>(List.of(allowed, dead, season.person().as("特困人员")));
        Stream.generate(season::person).limit(10).forEach(listed::add);
        season.accepted(listed.toArray(Listed[]::new));
        season.accepted(
                Department.HEALTH, RosterKind.DEATHS, RosterWorkbook.deaths(Map.of(dead, LocalDate.of(2020, 12, 31))));
        Run full = season.run();
        season.accepted(Department.CIVIL_AFFAIRS, RosterKind.ADDITIONS, season.person(), allowed.as("特困人员"));
        Run goneOn = season.run();

        assertThat(full.personsChanged()).isNull();
        assertThat(full.digest()).isEqualTo(computed(season, full));
        assertThat(goneOn.personsChanged()).isEqualTo(2);
        assertThat(goneOn.digest()).isEqualTo(computed(season, goneOn)).isNotEqualTo(full.digest());
    }

    private static String computed(CountySeason season, Run run) {
        long[] digest = new long[2];
        season.owner()
                .sql(
                        """
                        select d.person_id, concat_ws('|', o.outcome, o.reason, o.standard, o.identity, o.paid_as,
                            o.premium_fen, o.subsidy_fen, o.payable_fen, o.clause, s.shares) as said
                        from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        left join (
                            select run_id, outcome_id, string_agg(fund || ' ' || amount_fen, ',' order by position) as shares
                            from outcome_share group by 1, 2) s on s.run_id = o.run_id and s.outcome_id = o.id
                        where d.run_id = ?
                        """)
                .param(run.id())
                .query(row -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    ByteBuffer both = ByteBuffer.allocate(48)
                            .putLong(person.getMostSignificantBits())
                            .putLong(person.getLeastSignificantBits())
                            .put(sha256(row.getString("said").getBytes(StandardCharsets.UTF_8)));
                    ByteBuffer hash = ByteBuffer.wrap(sha256(both.array()));
                    digest[0] ^= hash.getLong();
                    digest[1] ^= hash.getLong();
                });
        return "%016x%016x".formatted(digest[0], digest[1]);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
