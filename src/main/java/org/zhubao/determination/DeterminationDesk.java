package org.zhubao.determination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;
import org.zhubao.register.Person;
import org.zhubao.rules.Outcome;

/** What the screens show of a run: sums, and the people behind every number. Reads only. */
@Repository
@Transactional(readOnly = true)
public class DeterminationDesk {

    private static final String LIST =
            """
            from determination d
            join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
            join person p on p.region = d.region and p.id = d.person_id
            left join division t on t.code = d.township
            where d.benefit_year = :year and d.run_id = :run
                and (:outcome::text is null or o.outcome = :outcome)
                and (:identity::text is null or coalesce(o.identity, '-') = :identity)
                and (:paidAs::text is null or o.paid_as = :paidAs)
                and (:township::text is null or d.township = :township)
                and (:fund::text is null or exists (select from outcome_share s
                    where s.run_id = o.run_id and s.outcome_id = o.id and s.fund = :fund))
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    DeterminationDesk(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** People of one outcome and identity. */
    public record Sum(
            Outcome outcome, @Nullable String identity, @Nullable String paidAs, int persons, long subsidyFen) {}

    /** What one fund bears of a run. */
    public record FundSum(String fund, int persons, long amountFen) {}

    /** One person of a run. */
    public record Line(
            UUID personId,
            String name,
            String maskedNumber,
            String township,
            Outcome outcome,
            int reason,
            @Nullable String identity,
            @Nullable String paidAs,
            long premiumFen,
            long subsidyFen,
            long payableFen) {}

    /**
     * Which people to show; null means all.
     *
     * @param identity its code, or {@link #NO_IDENTITY}
     * @param paidAs as it stands on the sheet
     * @param fund one that bears something of what they get
     */
    public record Filter(
            @Nullable Outcome outcome,
            @Nullable String identity,
            @Nullable String paidAs,
            @Nullable String township,
            @Nullable String fund) {

        public static final Filter ALL = new Filter(null, null, null, null, null);

        /** Of whom no identity counts. */
        public static final String NO_IDENTITY = "-";

        Map<String, Object> parameters(Run run) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("run", run.id());
            parameters.put("year", run.benefitYear());
            parameters.put("outcome", outcome == null ? null : outcome.name());
            parameters.put("identity", emptyToNull(identity));
            parameters.put("paidAs", emptyToNull(paidAs));
            parameters.put("township", emptyToNull(township));
            parameters.put("fund", emptyToNull(fund));
            return parameters;
        }

        private static @Nullable String emptyToNull(@Nullable String text) {
            return text == null || text.isEmpty() ? null : text;
        }
    }

    /** By outcome and what is paid, the most people first. */
    public List<Sum> sums(Run run) {
        return jdbc.sql(
                        """
                        select o.outcome, o.identity, o.paid_as, count(*) as persons, sum(o.subsidy_fen) as subsidy_fen
                        from determination d join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        where d.benefit_year = ? and d.run_id = ?
                        group by o.outcome, o.identity, o.paid_as
                        order by o.outcome, persons desc, o.identity
                        """)
                .params(run.benefitYear(), run.id())
                .query((row, n) -> new Sum(
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("identity"),
                        row.getString("paid_as"),
                        row.getInt("persons"),
                        row.getLong("subsidy_fen")))
                .list();
    }

    /** By fund, the largest first. */
    public List<FundSum> funds(Run run) {
        return jdbc.sql(
                        """
                        select s.fund, count(*) as persons, sum(s.amount_fen) as amount_fen
                        from determination d join outcome_share s on s.run_id = d.run_id and s.outcome_id = d.outcome_id
                        where d.benefit_year = ? and d.run_id = ?
                        group by s.fund order by amount_fen desc, s.fund
                        """)
                .params(run.benefitYear(), run.id())
                .query((row, n) -> new FundSum(row.getString("fund"), row.getInt("persons"), row.getLong("amount_fen")))
                .list();
    }

    public int count(Run run, Filter filter) {
        return jdbc.sql("select count(*) " + LIST)
                .params(filter.parameters(run))
                .query(Integer.class)
                .single();
    }

    /** By township and name. */
    public List<Line> lines(Run run, Filter filter, long offset, int limit) {
        return jdbc.sql("select p.id, p.name, p.number_cipher, coalesce(t.name, '') as township_name, o.* "
                        + LIST
                        + " order by d.township nulls last, p.comparable_name, p.id offset :offset limit :limit")
                .params(filter.parameters(run))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** The newest determination of a person for a year. */
    public Optional<UUID> latestRunOf(Person person, int benefitYear) {
        return jdbc.sql(
                        """
                        select r.id from determination d join determination_run r on r.id = d.run_id
                        where d.region = ? and d.person_id = ? and d.benefit_year = ? and r.status = 'FINISHED'
                        order by r.started_at desc limit 1
                        """)
                .params(person.region(), person.id(), benefitYear)
                .query(UUID.class)
                .optional();
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject(1, UUID.class),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                row.getString("township_name"),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("reason"),
                row.getString("identity"),
                row.getString("paid_as"),
                row.getLong("premium_fen"),
                row.getLong("subsidy_fen"),
                row.getLong("payable_fen"));
    }
}
