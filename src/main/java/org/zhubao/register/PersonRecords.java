package org.zhubao.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;

/** What was on record of persons before, and what was put right. */
@Service
@Transactional(readOnly = true)
public class PersonRecords implements PersonHistory {

    private static final String VERSIONS =
            """
            select v.*, coalesce(t.name, '') as township_name from (
                select region, id, name, number_cipher, township, village, known_from from person_earlier
                union all
                select region, id, name, number_cipher, township, village, known_from from person) v
            left join division t on t.code = v.township
            where v.region = ? and v.id = ? order by v.known_from
            """;

    private final JdbcClient jdbc;
    private final Corrections corrections;
    private final RecordChanges records;
    private final Vault vault;

    PersonRecords(JdbcClient jdbc, Corrections corrections, RecordChanges records, Vault vault) {
        this.jdbc = jdbc;
        this.corrections = corrections;
        this.records = records;
        this.vault = vault;
    }

    /** The record that this one has become one with. */
    public Optional<UUID> mergedInto(Person person) {
        return records.mergedInto(person.region(), person.id());
    }

    private record Version(String name, String maskedNumber, String place, OffsetDateTime from) {}

    @Override
    public List<PersonMoment> of(Person person) {
        List<PersonMoment> moments = new ArrayList<>();
        List<Version> versions = jdbc.sql(VERSIONS)
                .params(person.region(), person.id())
                .query((row, n) -> version(row))
                .list();
        for (int i = 0; i < versions.size(); i++) {
            moments.addAll(i == 0 ? first(versions.get(0)) : changes(versions.get(i - 1), versions.get(i)));
        }
        for (Correction correction : corrections.of(person)) {
            moments.add(new PersonMoment(
                    correction.decidedAt() == null ? correction.proposedAt() : correction.decidedAt(),
                    "person.moment." + correction.standing(),
                    List.of(correction.said(), correction.reason(), correction.proposedBy()),
                    null));
        }
        return moments;
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                row.getString("township_name") + " " + row.getString("village"),
                row.getObject("known_from", OffsetDateTime.class));
    }

    private static List<PersonMoment> first(Version version) {
        return List.of(new PersonMoment(
                version.from().toInstant(),
                "person.moment.registered",
                List.of(version.name(), version.place()),
                null));
    }

    private static List<PersonMoment> changes(Version before, Version after) {
        List<PersonMoment> changes = new ArrayList<>();
        add(changes, after, "person.moment.renamed", before.name(), after.name());
        add(changes, after, "person.moment.renumbered", before.maskedNumber(), after.maskedNumber());
        add(changes, after, "person.moment.relocated", before.place(), after.place());
        return changes;
    }

    private static void add(List<PersonMoment> changes, Version at, String key, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new PersonMoment(at.from().toInstant(), key, List.of(before, after), null));
        }
    }
}
