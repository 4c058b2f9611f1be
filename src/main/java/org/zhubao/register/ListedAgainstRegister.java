package org.zhubao.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.protection.IdNumber;
import org.zhubao.protection.Vault;
import org.zhubao.register.ClaimChanges.Batch;
import org.zhubao.roster.Column;
import org.zhubao.roster.CrossFindings;
import org.zhubao.roster.CrossFindings.Mistyped;
import org.zhubao.roster.NearNumber;
import org.zhubao.roster.ProblemCode;
import org.zhubao.roster.RosterCrossCheck;
import org.zhubao.roster.RosterKind;
import org.zhubao.roster.RowProblem;

/**
 * Holds a list against the register before anybody vouches for it: who is dead, known by another name, or listed by
 * another department already, and whose wrong number is nearly one on record. None of it rejects a row.
 */
@Repository
class ListedAgainstRegister implements RosterCrossCheck {

    /** Beyond that many the column is wrong as a whole, and no suggestion helps. */
    private static final int MOST_MISTYPED = 2_000;

    private static final String KNOWN =
            """
            create temporary table roster_known on commit drop as
            select r.row_number, r.comparable_name, p.id, p.name, p.comparable_name as known_as
            from roster_row r join person p on p.region = :region and p.person_key = r.person_key
            where r.batch_id = :batch and r.acceptable
            """;

    private static final String FINDINGS =
            """
            with found as (
                select row_number, :otherName::int as code, 'NAME' as of, jsonb_build_array(name) as arguments
                from roster_known where known_as <> comparable_name
                union all
                select k.row_number, :dead, 'ID_NUMBER', jsonb_build_array(min(e.happened_on)::text)
                from roster_known k join person_event e on e.region = :region and e.person_id = k.id
                where :holds and e.kind = 'DEATH' and e.known_to is null
                group by k.row_number
                union all
                select row_number, :expired, 'CERTIFICATE_EXPIRES', jsonb_build_array(expires_on::text)
                from roster_row
                where :dated and batch_id = :batch and acceptable
                    and expires_on < :expiry and coalesce(attributes ->> 'certificate', 'valid') = 'valid'
                union all
                select k.row_number, :elsewhere, 'IDENTITY', jsonb_build_array('department.' || min(c.department))
                from roster_known k join identity_claim c on c.region = :region and c.person_id = k.id
                join roster_batch b on b.id = c.batch_id
                where :holds and c.benefit_year = :year and c.county = :county and c.known_to is null
                    and c.department <> :department and b.kind <> 'STUDENTS'
                group by k.row_number
            )
            insert into roster_finding (county, benefit_year, batch_id, row_number, code, problem)
            select :county, :year, :batch, row_number, code,
                jsonb_build_object('code', code, 'column', of, 'arguments', arguments)
            from found
            """;

    private final ClaimChanges changes;
    private final CrossFindings findings;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ListedAgainstRegister(ClaimChanges changes, CrossFindings findings, JdbcClient jdbc, Vault vault, Clock clock) {
        this.changes = changes;
        this.findings = findings;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public void check(UUID roster, Set<Column> columns) {
        Batch batch = changes.batch(roster);
        if (batch.kind().sender().isPresent()) {
            return;
        }
        Map<String, Object> parameters = parameters(batch, columns);
        jdbc.sql(KNOWN).params(parameters).update();
        // Else the planner takes them for a handful, and compares each with every claim
        jdbc.sql("analyze roster_known").update();
        jdbc.sql(FINDINGS).params(parameters).update();
        suggestNumbers(batch);
    }

    private Map<String, Object> parameters(Batch batch, Set<Column> columns) {
        LocalDate today = LocalDate.now(clock);
        LocalDate begins = LocalDate.of(batch.benefitYear(), 1, 1);
        Map<String, Object> parameters = new HashMap<>(changes.parameters(batch));
        boolean holds = batch.kind().needsIdentity() || batch.kind() == RosterKind.STUDENTS;
        parameters.put("holds", holds);
        parameters.put("dated", holds && columns.contains(Column.CERTIFICATE_EXPIRES));
        parameters.put("expiry", today.isBefore(begins) ? today : begins);
        parameters.put("otherName", ProblemCode.OTHER_NAME_ON_RECORD.number());
        parameters.put("dead", ProblemCode.DEATH_ON_RECORD.number());
        parameters.put("expired", ProblemCode.CERTIFICATE_EXPIRED.number());
        parameters.put("elsewhere", ProblemCode.ON_ANOTHER_LIST.number());
        return parameters;
    }

    private void suggestNumbers(Batch batch) {
        List<Mistyped> mistyped = findings.mistyped(batch.id(), MOST_MISTYPED);
        if (mistyped.isEmpty()) {
            return;
        }
        Map<String, List<IdNumber>> onRecord =
                numbers(batch, mistyped.stream().map(Mistyped::name).toList());
        for (Mistyped row : mistyped) {
            List<RowProblem> near = onRecord.getOrDefault(row.name(), List.of()).stream()
                    .flatMap(number -> NearNumber.REGISTER.of(row.number(), number).stream())
                    .toList();
            // Two people of that name whose numbers are as near: neither is suggested
            if (near.size() == 1) {
                findings.add(batch.id(), row.row(), near.get(0));
            }
        }
    }

    private Map<String, List<IdNumber>> numbers(Batch batch, List<String> names) {
        Map<String, List<IdNumber>> numbers = new HashMap<>();
        jdbc.sql(
                        """
                        select comparable_name, number_cipher from person
                        where region = :region and county = :county and comparable_name in (:names)
                        """)
                .param("region", batch.region())
                .param("county", batch.county())
                .param("names", names)
                .query(row -> {
                    numbers.computeIfAbsent(row.getString("comparable_name"), name -> new ArrayList<>())
                            .add(vault.decryptNumber(row.getBytes("number_cipher")));
                });
        return numbers;
    }
}
