package org.zhubao.register;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;
import org.zhubao.site.Refusal;

/** Changes name and number on record; the database keeps what was. */
@Repository
class RecordChanges {

    private final JdbcClient jdbc;
    private final Vault vault;

    RecordChanges(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whether anybody of the region is on record by that key. */
    boolean isTaken(String region, UUID key) {
        return jdbc.sql("select exists (select from persons_of_region(?, array[?::uuid]))")
                .params(region, key)
                .query(Boolean.class)
                .single();
    }

    /** The record that one has become one with. */
    Optional<UUID> mergedInto(String region, UUID person) {
        return jdbc.sql("select kept_id from person_merge where region = ? and merged_id = ? and known_to is null")
                .params(region, person)
                .query(UUID.class)
                .optional();
    }

    /**
     * A record that others have become one with is the one to keep: lists go on naming them by their own numbers.
     *
     * @throws Refusal when both are the same, one of them has become one with a third, or a third with the merged one
     */
    void requireTwo(String region, UUID kept, UUID merged) {
        boolean one = jdbc.sql(
                        """
                        select exists (select from person_merge where region = :region and known_to is null
                            and (merged_id in (:kept, :merged) or kept_id = :merged))
                        """)
                .param("region", region)
                .param("kept", kept)
                .param("merged", merged)
                .query(Boolean.class)
                .single();
        if (one || kept.equals(merged)) {
            throw new Refusal("correction.one-already");
        }
    }

    /**
     * What is said of a record by counties that whoever asks does not see would be left behind by a merge.
     *
     * @throws Refusal when there are any, with their names
     */
    void requireAllInScope(String region, UUID person) {
        String counties = jdbc.sql("select listed_beyond_scope(?, ?)")
                .params(region, person)
                .query(String.class)
                .single();
        if (!counties.isEmpty()) {
            throw new Refusal("correction.beyond-scope", counties);
        }
    }

    /**
     * What counties that whoever asks does not see told under a merged record's number would not go back to it.
     *
     * @throws Refusal when there are any, with their names
     */
    void requireNoneToldBeyondScope(String region, UUID kept, UUID merged) {
        String counties = jdbc.sql("select told_of_merged_beyond_scope(?, ?, ?)")
                .params(region, kept, merged)
                .query(String.class)
                .single();
        if (!counties.isEmpty()) {
            throw new Refusal("correction.told-beyond-scope", counties);
        }
    }

    /** The same person by another record's id. */
    Person person(Person merged, UUID id) {
        return new Person(
                merged.region(),
                id,
                merged.name(),
                merged.number(),
                merged.birthDate(),
                merged.male(),
                merged.county(),
                merged.township(),
                merged.village());
    }

    String region(UUID correction) {
        return jdbc.sql("select region from person_correction where id = ?")
                .param(correction)
                .query(String.class)
                .single();
    }

    /** Puts the name or number of a correction on record; does nothing for one that is about two records. */
    void carryOut(UUID correction, Instant now) {
        jdbc.sql(
                        """
                        update person p set name = c.name, comparable_name = c.comparable_name,
                            known_from = greatest(?, p.known_from + interval '1 microsecond')
                        from person_correction c
                        where c.id = ? and c.name is not null and p.region = c.region and p.id = c.person_id
                        """)
                .params(Timestamp.from(now), correction)
                .update();
        jdbc.sql("select number_cipher from person_correction where id = ? and number_cipher is not null")
                .param(correction)
                .query((row, n) -> vault.decryptNumber(row.getBytes("number_cipher")))
                .optional()
                .ifPresent(number -> renumber(correction, number, now));
    }

    /** @throws Refusal when somebody else has got the number meanwhile */
    private void renumber(UUID correction, IdNumber number, Instant now) {
        try {
            jdbc.sql(
                            """
                            update person p set person_key = ?, number_cipher = c.number_cipher, number_tail = ?,
                                birth_date = ?, male = ?,
                                known_from = greatest(?, p.known_from + interval '1 microsecond')
                            from person_correction c where c.id = ? and p.region = c.region and p.id = c.person_id
                            """)
                    .params(
                            vault.personKey(number),
                            number.lastFour(),
                            number.birthDate(),
                            number.isMale(),
                            Timestamp.from(now),
                            correction)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("correction.number-taken");
        }
    }

    /** As rosters compare names: without white space, dots and differences of width. */
    static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}·•・.‧∙⋅●。˙]", "")
                .toUpperCase(Locale.ROOT);
    }
}
