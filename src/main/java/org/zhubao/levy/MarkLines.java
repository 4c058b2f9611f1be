package org.zhubao.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;

/** The lines of a push: a page of them, or all as a stream that does not grow with the county. */
@Repository
public class MarkLines {

    private static final int FETCH_ROWS = 1000;
    private static final String LINES =
            """
            select l.*, r.reason from mark_line l
            left join mark_refusal r on r.push_id = l.push_id and r.sequence = l.sequence and r.known_to is null
            where l.push_id = ?
            """;

    private final JdbcTemplate jdbc;
    private final Vault vault;

    MarkLines(DataSource dataSource, Vault vault) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH_ROWS);
        this.vault = vault;
    }

    /** @param refused whether only those that the tax bureau did not take */
    @Transactional(readOnly = true)
    public List<MarkLine> page(MarkPush push, boolean refused, long offset, int limit) {
        Map<Integer, List<TierAmount>> others = otherTiers(push.id());
        return jdbc.query(
                LINES + (refused ? " and r.reason is not null" : "") + " order by l.sequence offset ? limit ?",
                (row, n) -> line(row, others),
                push.id(),
                offset,
                limit);
    }

    /** Hands all lines to {@code reader}, in their order. */
    @Transactional(readOnly = true)
    public void read(MarkPush push, Consumer<Stream<MarkLine>> reader) {
        Map<Integer, List<TierAmount>> others = otherTiers(push.id());
        try (Stream<MarkLine> lines =
                jdbc.queryForStream(LINES + " order by l.sequence", (row, n) -> line(row, others), push.id())) {
            reader.accept(lines);
        }
    }

    /** The names of all tiers that anybody of the push may choose, sorted. */
    @Transactional(readOnly = true)
    public List<String> tiers(MarkPush push) {
        return jdbc.queryForList(
                "select distinct tier from mark_amount where push_id = ? order by tier", String.class, push.id());
    }

    private Map<Integer, List<TierAmount>> otherTiers(UUID push) {
        Map<Integer, List<TierAmount>> tiers = new HashMap<>();
        jdbc.query(
                "select * from mark_amount where push_id = ? and not usual order by tier",
                row -> {
                    tiers.computeIfAbsent(row.getInt("outcome_id"), id -> new ArrayList<>())
                            .add(new TierAmount(
                                    row.getString("tier"),
                                    false,
                                    row.getLong("premium_fen"),
                                    row.getLong("subsidy_fen"),
                                    row.getLong("payable_fen"),
                                    row.getLong("collected_fen")));
                },
                push);
        return tiers;
    }

    /** A cancelled line has its amounts of before, and the numbers of outcomes are another run's. */
    private MarkLine line(ResultSet row, Map<Integer, List<TierAmount>> others) throws SQLException {
        MarkChange change = MarkChange.valueOf(row.getString("change"));
        return new MarkLine(
                row.getInt("sequence"),
                change,
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")),
                row.getString("township_name"),
                row.getString("paid_as"),
                row.getString("tier"),
                row.getLong("premium_fen"),
                row.getLong("subsidy_fen"),
                row.getLong("collected_fen"),
                change == MarkChange.CANCELLED ? List.of() : others.getOrDefault(row.getInt("outcome_id"), List.of()),
                row.getString("reason"));
    }
}
