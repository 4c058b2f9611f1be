package org.zhubao.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.division.Division;
import org.zhubao.levy.Cause;
import org.zhubao.protection.Vault;
import org.zhubao.rules.SheetSpec;

/** The cases that the rules leave to a person, by fund. */
@Service
@Transactional(readOnly = true)
public class OpenCases {

    private static final String CASES = SheetCases.CASES
            + ", settlement_tier (outcome_id, tier, premium_fen) as (select null::integer, null::text, null::bigint)"
            + Gathering.AMOUNTS
            + """
            select a.*, p.name, p.number_cipher, d.township, coalesce(t.name, '') as township_name,
                a.premium_fen - a.now_fen as payable_fen, coalesce(a.death_batch, source.batch_id) as batch_id,
                case when a.death_batch is null then source.row_number else a.death_row end as row_number,
                w.id is not null as waiting
            from amounts a
            join person p on p.region = a.region and p.id = a.person_id
            """
            + Gathering.WHENCE
            + """
            left join settlement_decision w on w.region = a.region and w.benefit_year = :year and w.county = :county
                and w.fund = :fund and w.person_id = a.person_id and w.confirmed is null
            where a.key = any (:keys)
            """;

    private final Bases bases;
    private final Drafting drafting;
    private final JdbcClient jdbc;
    private final Vault vault;

    OpenCases(Bases bases, Drafting drafting, JdbcClient jdbc, Vault vault) {
        this.bases = bases;
        this.drafting = drafting;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** How many there are by the fund's code, in the order of the notice; funds without any are left out. */
    public Map<String, Integer> counts(Division county, int benefitYear) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        bases.find(county.code(), benefitYear).stream()
                .flatMap(basis -> drafting.drafts(basis).stream())
                .filter(draft -> draft.open() > 0)
                .forEach(draft -> counts.put(draft.fund(), draft.open()));
        return counts;
    }

    /** By township and name. */
    public List<OpenCase> list(Division county, int benefitYear, String fund, long offset, int limit) {
        return decided(county.code(), benefitYear, fund)
                .map(decided -> jdbc.sql(CASES + " order by d.township nulls last, p.comparable_name, p.id"
                                + " offset :offset limit :limit")
                        .params(parameters(decided))
                        .param("offset", offset)
                        .param("limit", limit)
                        .query((row, n) -> open(row))
                        .list())
                .orElse(List.of());
    }

    /** Copies one person's open case as it stands into a new decision. @return its id; empty where there is no such case */
    Optional<UUID> propose(
            Division county,
            int benefitYear,
            String fund,
            UUID person,
            CaseVerdict verdict,
            String reason,
            Signature by) {
        return decided(county.code(), benefitYear, fund).flatMap(decided -> jdbc.sql(
                        "insert into settlement_decision (region, county, benefit_year, fund, person_id, run_id, verdict,"
                                + " charged_fen, due_fen, paid_as, clause, premium_fen, payable_fen, township, batch_id,"
                                + " row_number, reason, proposed_by, proposed_at) select region, :county, :year, :fund,"
                                + " person_id, :run, :verdict, charged_fen, due_fen, coalesce(paid_as, ''), clause,"
                                + " premium_fen, payable_fen, township, batch_id, row_number, :reason, :by, :now from ("
                                + CASES + " and a.person_id = :person) x"
                                + " on conflict (region, benefit_year, county, fund, person_id) where confirmed is null"
                                + " do nothing returning id")
                .params(parameters(decided))
                .param("person", person)
                .param("verdict", verdict.name())
                .param("reason", reason)
                .param("by", by.by())
                .param("now", Timestamp.from(by.at()))
                .query(UUID.class)
                .optional());
    }

    /** Whether the case a decision was proposed for still is what it was. */
    boolean stands(Division county, int benefitYear, CaseDecision decision) {
        return decided(county.code(), benefitYear, decision.fund())
                .flatMap(decided -> jdbc.sql(
                                "select due_fen, charged_fen from (" + CASES + " and a.person_id = :person) x")
                        .params(parameters(decided))
                        .param("person", decision.personId())
                        .query((row, n) -> row.getLong("due_fen") == decision.dueFen()
                                && row.getLong("charged_fen") == decision.chargedFen())
                        .optional())
                .orElse(false);
    }

    private Optional<Drafting.Decided> decided(String county, int benefitYear, String fund) {
        return bases.find(county, benefitYear).flatMap(basis -> spec(basis, fund)
                .map(spec -> drafting.decide(basis, spec))
                .filter(decided -> !decided.open().isEmpty()));
    }

    private Optional<SheetSpec> spec(Basis basis, String fund) {
        return drafting.policy(basis.run()).sheets().stream()
                .filter(spec -> spec.fund().equals(fund))
                .findFirst();
    }

    private static Map<String, Object> parameters(Drafting.Decided decided) {
        Map<String, Object> parameters = new HashMap<>(decided.charging().parameters());
        parameters.put("keys", decided.open().stream().map(CaseGroup::key).toArray(String[]::new));
        return parameters;
    }

    private OpenCase open(ResultSet row) throws SQLException {
        String finding = row.getString("finding");
        @Nullable String paidAs = row.getString("paid_as");
        return new OpenCase(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                vault.decryptNumber(row.getBytes("number_cipher")).masked(),
                row.getString("township_name"),
                paidAs == null ? "" : paidAs,
                row.getString("clause"),
                finding.isEmpty()
                        ? EntryCause.DETERMINED_ANEW.messageKey()
                        : Cause.valueOf(finding).messageKey(),
                row.getLong("charged_fen"),
                row.getLong("due_fen"),
                row.getObject("batch_id", UUID.class),
                row.getInt("row_number"),
                row.getBoolean("waiting"));
    }
}
