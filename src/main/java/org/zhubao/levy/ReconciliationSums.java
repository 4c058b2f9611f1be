package org.zhubao.levy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sums of a reconciliation: by cause, and what is charged by department, township and fund. */
@Repository
@Transactional(readOnly = true)
public class ReconciliationSums {

    private final JdbcClient jdbc;

    ReconciliationSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * People of one cause, with what is owed to them and what is to be taken back, both in fen and positive.
     *
     * @param owners codes of the offices that have to act, each of which gets a letter of its own
     */
    public record CauseSum(
            Cause cause, int people, long subsidisedFen, long owedFen, long takenBackFen, List<String> owners) {

        public CauseSum {
            owners = List.copyOf(owners);
        }
    }

    /**
     * What is charged under one name.
     *
     * @param code of a department, township or fund
     */
    public record Charged(String code, String name, int people, long subsidyFen) {}

    /** One way to divide what is charged. */
    public record Breakdown(List<Charged> parts) {

        public Breakdown {
            parts = List.copyOf(parts);
        }

        public long totalFen() {
            return parts.stream().mapToLong(Charged::subsidyFen).sum();
        }
    }

    /** In the order of {@link Cause}; those without people are left out. */
    public List<CauseSum> causes(Reconciliation reconciliation) {
        Map<Cause, CauseSum> sums = new TreeMap<>();
        jdbc.sql(
                        """
                        select cause, count(*) as people, sum(subsidised_fen) as subsidised,
                            sum(greatest(due_fen, 0)) as owed, sum(greatest(- due_fen, 0)) as taken_back,
                            string_agg(distinct nullif(owner, ''), ',' order by nullif(owner, '')) as owners
                        from reconciliation_line where reconciliation_id = ? group by cause
                        """)
                .param(reconciliation.id())
                .query(row -> {
                    Cause cause = Cause.valueOf(row.getString("cause"));
                    sums.put(
                            cause,
                            new CauseSum(
                                    cause,
                                    row.getInt("people"),
                                    row.getLong("subsidised"),
                                    row.getLong("owed"),
                                    row.getLong("taken_back"),
                                    owners(row.getString("owners"))));
                });
        return new ArrayList<>(sums.values());
    }

    private static List<String> owners(@Nullable String codes) {
        return codes == null ? List.of() : List.of(codes.split(","));
    }

    /**
     * Of those who are subsidised and not marked, as many as the register came to know after the run that was gone by: a
     * run and another reconciliation tell what they are.
     */
    public int newToTheRun(Reconciliation reconciliation) {
        return jdbc.sql(
                        """
                        select count(*) from reconciliation_line l
                        join determination_run d on d.id = :run
                        join person p on p.region = l.region and p.person_key = l.person_key
                        where l.reconciliation_id = :id and l.cause = 'NOT_MARKED' and l.person_id is null
                            and exists (
                                select from identity_claim c
                                where c.region = p.region and c.person_id = p.id and c.county = l.county
                                    and c.benefit_year = l.benefit_year and c.known_to is null
                                    and c.known_from > d.as_known_on)
                        """)
                .param("id", reconciliation.id())
                .param("run", reconciliation.runId())
                .query(Integer.class)
                .single();
    }

    public Breakdown byDepartment(Reconciliation reconciliation) {
        return divided(
                reconciliation,
                """
                select department as code, '' as name, count(*) as people, sum(subsidy_fen)::bigint as subsidy_fen
                from reconciliation_line where reconciliation_id = ? and chargeable group by department order by 1
                """);
    }

    public Breakdown byTownship(Reconciliation reconciliation) {
        return divided(
                reconciliation,
                """
                select coalesce(township, '') as code, max(township_name) as name, count(*) as people,
                    sum(subsidy_fen)::bigint as subsidy_fen
                from reconciliation_line where reconciliation_id = ? and chargeable group by township
                order by township nulls last
                """);
    }

    /** Somebody for whom several funds pay counts with each of them. */
    public Breakdown byFund(Reconciliation reconciliation) {
        return divided(
                reconciliation,
                """
                select s.fund as code, '' as name, count(*) as people, sum(s.amount_fen)::bigint as subsidy_fen
                from reconciliation_line l
                join reconciliation_share s on s.reconciliation_id = l.reconciliation_id
                    and s.outcome_id = l.outcome_id and s.tier = l.tier
                    and s.paid_run is not distinct from l.paid_run
                    and s.paid_outcome is not distinct from l.paid_outcome
                where l.reconciliation_id = ? and l.chargeable group by s.fund order by 1
                """);
    }

    /** People of these causes by township, for the lists that townships work through. */
    public List<Charged> peopleByTownship(Reconciliation reconciliation, List<Cause> causes) {
        return jdbc.sql(
                        """
                        select coalesce(township, '') as code, max(township_name) as name, count(*) as people,
                            sum(subsidy_fen)::bigint as subsidy_fen
                        from reconciliation_line where reconciliation_id = :id and cause in (:causes)
                        group by township order by township nulls last
                        """)
                .param("id", reconciliation.id())
                .param("causes", causes.stream().map(Cause::name).toList())
                .query(Charged.class)
                .list();
    }

    private Breakdown divided(Reconciliation reconciliation, String sql) {
        return new Breakdown(
                jdbc.sql(sql).param(reconciliation.id()).query(Charged.class).list());
    }
}
