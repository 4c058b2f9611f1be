package org.zhubao.levy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhubao.determination.Overrides;
import org.zhubao.determination.Run;
import org.zhubao.determination.Verdict;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.rules.Delivery;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Granted;
import org.zhubao.rules.Identity;
import org.zhubao.rules.Money;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Premium;
import org.zhubao.rules.Share;
import org.zhubao.rules.Standard;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each outcome of a run that pays something comes to in each tier, as the transaction's tables {@code levy_amount}
 * and, by fund, {@code levy_share}. Outcomes are few, because people in the same situation share one.
 */
@Repository
class AmountsOfRun {

    /** The same rows as {@code levy_amount} has, as a common table expression. */
    static final String FROM_JSON =
            """
            levy_amount as (
                select (a ->> 0)::integer as outcome_id, a ->> 1 as tier, (a ->> 2)::boolean as usual, a ->> 3 as identity,
                    a ->> 4 as paid_as, a ->> 5 as department, a ->> 6 as delivery, (a ->> 7)::bigint as premium_fen,
                    (a ->> 8)::bigint as subsidy_fen, (a ->> 9)::bigint as payable_fen, (a ->> 10)::bigint as collected_fen
                from jsonb_array_elements(:amounts::jsonb) a
            )
            """;

    private final PolicyArchive archive;
    private final Overrides overrides;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    AmountsOfRun(PolicyArchive archive, Overrides overrides, JdbcTemplate jdbc, JsonMapper json) {
        this.archive = archive;
        this.overrides = overrides;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An outcome as the run has stored it. */
    private record Stored(
            int id,
            String identity,
            String paidAs,
            String standard,
            TierAmount usual,
            List<Share> shares,
            Facts facts,
            Optional<Verdict> verdict) {

        /** By the rules, or as two persons decided. */
        Determination determine(Policy policy, Facts chosen) {
            return verdict.map(v -> v.determine(policy, chosen)).orElseGet(() -> policy.determine(chosen));
        }
    }

    /** An outcome in one tier. */
    private record InTier(TierAmount amount, List<Share> shares) {}

    /** What each outcome comes to, as the parameter {@code amounts} of {@link #FROM_JSON}: where nothing is to be written. */
    String asJson(Run run) {
        Policy policy = policy(run);
        return json.writeValueAsString(outcomes(run).stream()
                .flatMap(outcome -> amounts(policy, outcome).stream().map(each -> row(policy, outcome, each.amount())))
                .toList());
    }

    private Policy policy(Run run) {
        return archive.find(run.policyDigest(), run.benefitYear()).orElseThrow().policy();
    }

    void gather(Run run) {
        Policy policy = policy(run);
        jdbc.execute(
                """
                create temporary table levy_amount (outcome_id integer, tier text, usual boolean, identity text,
                    paid_as text, department text, delivery text, premium_fen bigint, subsidy_fen bigint, payable_fen bigint,
                    collected_fen bigint) on commit drop
                """);
        jdbc.execute("create temporary table levy_share (outcome_id integer, tier text, fund text, amount_fen bigint,"
                + " paid_run uuid, paid_outcome integer) on commit drop");
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> shares = new ArrayList<>();
        for (Stored outcome : outcomes(run)) {
            for (InTier inTier : amounts(policy, outcome)) {
                rows.add(row(policy, outcome, inTier.amount()));
                inTier.shares()
                        .forEach(share -> shares.add(new Object[] {
                            outcome.id(),
                            inTier.amount().tier(),
                            share.fund(),
                            share.amount().fen()
                        }));
            }
        }
        jdbc.batchUpdate("insert into levy_amount values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
        jdbc.batchUpdate("insert into levy_share values (?, ?, ?, ?)", shares);
        jdbc.execute("analyze levy_amount");
    }

    private List<Stored> outcomes(Run run) {
        Map<Integer, List<Share>> shares = new HashMap<>();
        jdbc.query(
                "select * from outcome_share where run_id = ? order by outcome_id, position",
                row -> {
                    shares.computeIfAbsent(row.getInt("outcome_id"), id -> new ArrayList<>())
                            .add(new Share(row.getString("fund"), Money.ofFen(row.getLong("amount_fen"))));
                },
                run.id());
        return jdbc.query(
                "select * from outcome where run_id = ? and outcome = 'GRANTED' and subsidy_fen > 0",
                (row, n) -> new Stored(
                        row.getInt("id"),
                        row.getString("identity") == null ? "" : row.getString("identity"),
                        row.getString("paid_as") == null ? "" : row.getString("paid_as"),
                        row.getString("standard") == null ? "" : row.getString("standard"),
                        new TierAmount(
                                "",
                                true,
                                row.getLong("premium_fen"),
                                row.getLong("subsidy_fen"),
                                row.getLong("payable_fen"),
                                row.getLong("payable_fen")),
                        shares.getOrDefault(row.getInt("id"), List.of()),
                        json.readValue(row.getString("facts"), Facts.class),
                        Optional.ofNullable(row.getObject("override_id", UUID.class))
                                .flatMap(overrides::find)
                                .map(Overrides.Approved::verdict)),
                run.id());
    }

    /** The tier somebody is in by themselves, and the others they may choose. */
    private static List<InTier> amounts(Policy policy, Stored outcome) {
        if (!(outcome.determine(policy, outcome.facts()) instanceof Granted granted)
                || granted.subsidy().fen() != outcome.usual().subsidyFen()) {
            // Neither the policy nor the decision comes to it any more: the run holds as it stands
            return List.of(new InTier(outcome.usual(), outcome.shares()));
        }
        List<InTier> amounts = new ArrayList<>(List.of(new InTier(amount(granted, true), outcome.shares())));
        for (String tier : policy.provisions().premium().tiers()) {
            if (!tier.equals(granted.tier())
                    && outcome.determine(policy, choosing(tier, outcome.facts())) instanceof Granted other
                    && other.tier().equals(tier)) {
                amounts.add(new InTier(amount(other, false), other.shares()));
            }
        }
        return amounts;
    }

    private static Facts choosing(String tier, Facts facts) {
        Map<String, String> values = new HashMap<>(facts.values());
        values.put(Premium.TIER, tier);
        return new Facts(facts.birthDate(), facts.held(), values);
    }

    private static TierAmount amount(Granted granted, boolean usual) {
        long payable = granted.payable().fen();
        return new TierAmount(
                granted.tier(),
                usual,
                granted.premium().fen(),
                granted.subsidy().fen(),
                payable,
                payable);
    }

    private static Object[] row(Policy policy, Stored outcome, TierAmount amount) {
        Delivery delivery =
                policy.standard(outcome.standard()).map(Standard::delivery).orElse(Delivery.NET_AT_COLLECTION);
        boolean later = delivery == Delivery.REIMBURSED;
        return new Object[] {
            outcome.id(),
            amount.tier(),
            amount.usual(),
            outcome.identity(),
            outcome.paidAs(),
            policy.identity(outcome.identity()).map(Identity::certifier).orElse(""),
            delivery.name(),
            amount.premiumFen(),
            amount.subsidyFen(),
            amount.payableFen(),
            later ? amount.premiumFen() : amount.collectedFen()
        };
    }
}
