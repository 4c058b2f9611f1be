package org.zhubao.determination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;
import org.zhubao.rules.Outcome;

/** Everybody of a run, one by one, so that a county of any size can be handed on. */
@Repository
public class DeterminedPeople {

    private static final int FETCH_ROWS = 1000;

    private final JdbcTemplate jdbc;
    private final Vault vault;

    DeterminedPeople(DataSource dataSource, Vault vault) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH_ROWS);
        this.vault = vault;
    }

    /** Hands the people to {@code reader}, by township and name. */
    @Transactional(readOnly = true)
    public void read(Run run, Consumer<Stream<DeterminedPerson>> reader) {
        Map<Integer, Map<String, Long>> shares = shares(run.id());
        try (Stream<DeterminedPerson> people = jdbc.queryForStream(
                """
                select d.person_id, d.township, p.name, p.number_cipher, o.*
                from determination d
                join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                join person p on p.region = d.region and p.id = d.person_id
                where d.benefit_year = ? and d.run_id = ?
                order by d.township nulls last, p.comparable_name, p.id
                """,
                (row, n) -> person(row, shares),
                run.benefitYear(),
                run.id())) {
            reader.accept(people);
        }
    }

    /** Outcomes are few, because people in the same situation share one. */
    private Map<Integer, Map<String, Long>> shares(UUID run) {
        Map<Integer, Map<String, Long>> shares = new HashMap<>();
        jdbc.query(
                "select outcome_id, fund, amount_fen from outcome_share where run_id = ? order by outcome_id, position",
                row -> {
                    shares.computeIfAbsent(row.getInt("outcome_id"), id -> new LinkedHashMap<>())
                            .put(row.getString("fund"), row.getLong("amount_fen"));
                },
                run);
        return shares;
    }

    private DeterminedPerson person(ResultSet row, Map<Integer, Map<String, Long>> shares) throws SQLException {
        return new DeterminedPerson(
                row.getObject("person_id", UUID.class),
                vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                row.getString("name"),
                row.getString("township"),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("reason"),
                row.getString("identity"),
                row.getString("clause"),
                row.getString("standard"),
                row.getLong("premium_fen"),
                row.getLong("subsidy_fen"),
                row.getLong("payable_fen"),
                shares.getOrDefault(row.getInt("id"), Map.of()));
    }
}
