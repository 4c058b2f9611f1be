package org.zhubao.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.division.Scope;
import org.zhubao.protection.Vault;

/** Reconciliations and the people on them. Whoever asks sees the lines of their own department or township only. */
@Repository
@Transactional(readOnly = true)
public class Reconciliations {

    private static final int FETCH_ROWS = 1000;
    private static final String IN_ORDER = " order by township nulls last, name, person_key";

    private final JdbcClient jdbc;
    private final Vault vault;

    Reconciliations(DataSource dataSource, Vault vault) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_ROWS);
        this.jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(streaming));
        this.vault = vault;
    }

    /** The newest first. */
    public List<Reconciliation> list(String county, int benefitYear) {
        return jdbc.sql(
                        """
                        select * from reconciliation where county = ? and benefit_year = ?
                        order by reconciled_at desc, id
                        """)
                .params(county, benefitYear)
                .query((row, n) -> reconciliation(row))
                .list();
    }

    public Optional<Reconciliation> newest(String county, int benefitYear) {
        return list(county, benefitYear).stream().findFirst();
    }

    /** One of whichever county, if the scope covers it. */
    public Optional<Reconciliation> find(UUID id, Scope scope) {
        return jdbc.sql("select * from reconciliation where id = ?")
                .param(id)
                .query((row, n) -> reconciliation(row))
                .optional()
                .filter(found -> scope.covers(found.county()));
    }

    public int count(Reconciliation reconciliation, LineFilter filter) {
        return jdbc.sql("select count(*) " + LineFilter.CONDITION)
                .params(filter.parameters(reconciliation.id()))
                .query(Integer.class)
                .single();
    }

    /** By township and name. */
    public List<ReconciliationLine> lines(Reconciliation reconciliation, LineFilter filter, long offset, int limit) {
        return jdbc.sql("select * " + LineFilter.CONDITION + IN_ORDER + " offset :offset limit :limit")
                .params(filter.parameters(reconciliation.id()))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** Hands the same, however many there are, to {@code reader}. */
    public void read(Reconciliation reconciliation, LineFilter filter, Consumer<Stream<ReconciliationLine>> reader) {
        try (Stream<ReconciliationLine> lines = jdbc
                .sql("select * " + LineFilter.CONDITION + IN_ORDER)
                .params(filter.parameters(reconciliation.id()))
                .query((row, n) -> line(row))
                .stream()) {
            reader.accept(lines);
        }
    }

    private static Reconciliation reconciliation(ResultSet row) throws SQLException {
        return new Reconciliation(
                row.getObject("id", UUID.class),
                row.getString("county"),
                row.getInt("benefit_year"),
                row.getObject("run_id", UUID.class),
                row.getInt("people"),
                row.getString("reconciled_by"),
                row.getObject("reconciled_at", OffsetDateTime.class).toInstant());
    }

    private ReconciliationLine line(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime from = row.getObject("marked_from", OffsetDateTime.class);
        @Nullable OffsetDateTime to = row.getObject("marked_to", OffsetDateTime.class);
        return new ReconciliationLine(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")),
                row.getString("township_name"),
                row.getString("paid_as"),
                row.getString("department"),
                row.getString("owner"),
                Cause.valueOf(row.getString("cause")),
                row.getBoolean("chargeable"),
                from == null ? null : from.toInstant(),
                to == null ? null : to.toInstant(),
                row.getObject("paid_on", LocalDate.class),
                row.getObject("died_on", LocalDate.class),
                row.getLong("subsidy_fen"),
                row.getLong("paid_fen"),
                row.getLong("subsidised_fen"),
                row.getLong("due_fen"));
    }
}
