package org.zhubao.levy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhubao.division.Department;
import org.zhubao.policy.PolicyCatalog;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.register.EnteringFacts;
import org.zhubao.roster.RosterTurns;
import org.zhubao.rules.FactSpec;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Premium;

/**
 * Whom a notice subsidises as one of everybody is on no department's list. Where it says that the tax bureau states the
 * fact this rests on, a payment that is just what the notice grants by that fact states it, and who paid enters the
 * register with it. Other payments of people on no list state nothing.
 */
@Component
class PaidLikeEverybody {

    private static final String OF_LIST =
            """
            select row_number, coalesce(attributes ->> 'tier', '') as tier,
                (attributes ->> 'subsidised-fen')::bigint as subsidised_fen,
                (attributes ->> 'total-fen')::bigint as total_fen
            from roster_row
            where benefit_year = :year and county = :county and batch_id = :roster and enters_register
                and (attributes ->> 'subsidised-fen')::bigint > 0
            """;

    private final LevyLists lists;
    private final PolicyCatalog policies;
    private final EnteringFacts entering;
    private final RosterTurns turns;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaidLikeEverybody(
            LevyLists lists,
            PolicyCatalog policies,
            EnteringFacts entering,
            RosterTurns turns,
            JdbcClient jdbc,
            Clock clock) {
        this.lists = lists;
        this.policies = policies;
        this.entering = entering;
        this.turns = turns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Amounts(String tier, long subsidisedFen, long totalFen) {}

    void receive(UUID roster, Instant knownFrom) {
        Map<String, Object> list = lists.parameters(roster);
        policies.find((String) list.get("county"), (Integer) list.get("year"))
                .map(PublishedPolicy::policy)
                .ifPresent(policy -> stated(policy).forEach(fact -> enter(policy, fact, list, knownFrom)));
    }

    /** The same for the lists there are: the notice may have come to say so after they were accepted. */
    void receiveAll(String county, int benefitYear) {
        boolean said = policies.find(county, benefitYear)
                .filter(published -> !stated(published.policy()).isEmpty())
                .isPresent();
        if (said) {
            accepted(county, benefitYear).forEach(turns::await);
            accepted(county, benefitYear).forEach(roster -> receive(roster, clock.instant()));
        }
    }

    private List<UUID> accepted(String county, int benefitYear) {
        return jdbc.sql(
                        """
                        select id from roster_batch
                        where county = ? and benefit_year = ? and kind = 'PAYMENTS' and status = 'ACCEPTED'
                        order by decided_at, id
                        """)
                .params(county, benefitYear)
                .query(UUID.class)
                .list();
    }

    private static List<FactSpec> stated(Policy policy) {
        return policy.facts().stream()
                .filter(fact -> fact.certifier().equals(Department.TAX.code())
                        && !fact.asserted().isEmpty())
                .toList();
    }

    private void enter(Policy policy, FactSpec fact, Map<String, Object> list, Instant knownFrom) {
        List<Amounts> granted = jdbc
                .sql("select distinct tier, subsidised_fen, total_fen from (" + OF_LIST + ") x")
                .params(list)
                .query(Amounts.class)
                .list()
                .stream()
                .filter(paid -> grants(policy, fact, paid))
                .toList();
        if (!granted.isEmpty()) {
            List<Integer> rows = jdbc.sql(
                            "select row_number from (" + OF_LIST
                                    + """
                            ) x join unnest(:tiers::text[], :subsidised::bigint[], :totals::bigint[])
                                as g (tier, subsidised_fen, total_fen) using (tier, subsidised_fen, total_fen)
                            """)
                    .params(list)
                    .param("tiers", granted.stream().map(Amounts::tier).toArray(String[]::new))
                    .param(
                            "subsidised",
                            granted.stream().map(Amounts::subsidisedFen).toArray(Long[]::new))
                    .param("totals", granted.stream().map(Amounts::totalFen).toArray(Long[]::new))
                    .query(Integer.class)
                    .list();
            entering.enter((UUID) list.get("roster"), fact.code(), rows, knownFrom);
        }
    }

    /** Whether the notice comes to just this for somebody of whom nothing but the fact is known. */
    private static boolean grants(Policy policy, FactSpec fact, Amounts paid) {
        Map<String, String> values = paid.tier().isEmpty()
                ? Map.of(fact.code(), fact.asserted())
                : Map.of(fact.code(), fact.asserted(), Premium.TIER, paid.tier());
        return policy.determine(new Facts(null, List.of(), values)) instanceof Granted granted
                && granted.identities().isEmpty()
                && granted.subsidy().fen() == paid.subsidisedFen()
                && granted.premium().fen() == paid.totalFen();
    }

    void takeBack(UUID roster, Instant at) {
        entering.takeBack(roster, at);
    }
}
