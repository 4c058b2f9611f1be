package org.zhubao.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.determination.DecisionCard.Candidate;
import org.zhubao.determination.DecisionCard.FundShare;
import org.zhubao.determination.DecisionCard.Lost;
import org.zhubao.determination.DecisionCard.Open;
import org.zhubao.division.Scope;
import org.zhubao.policy.Citation;
import org.zhubao.policy.IdentityNames;
import org.zhubao.policy.PolicyArchive;
import org.zhubao.policy.PolicyNames;
import org.zhubao.policy.PublishedPolicy;
import org.zhubao.register.Claim;
import org.zhubao.register.People;
import org.zhubao.register.Person;
import org.zhubao.rules.Delivery;
import org.zhubao.rules.Determination;
import org.zhubao.rules.Facts;
import org.zhubao.rules.Held;
import org.zhubao.rules.Money;
import org.zhubao.rules.NeedsReview;
import org.zhubao.rules.Outcome;
import org.zhubao.rules.Policy;
import org.zhubao.rules.Share;
import org.zhubao.rules.Standard;
import org.zhubao.rules.Trace;
import tools.jackson.databind.json.JsonMapper;

/** Lays out decision cards from what a run stored: outcome, facts and trace, with the words of the policy it used. */
@Service
@Transactional(readOnly = true)
public class DecisionCards {

    private final DeterminingSubsidies determining;
    private final PolicyArchive archive;
    private final People people;
    private final Overrides overrides;
    private final PaymentDays payments;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    DecisionCards(
            DeterminingSubsidies determining,
            PolicyArchive archive,
            People people,
            Overrides overrides,
            PaymentDays payments,
            JdbcClient jdbc,
            JsonMapper json) {
        this.determining = determining;
        this.archive = archive;
        this.people = people;
        this.overrides = overrides;
        this.payments = payments;
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Stored(
            int id,
            Outcome outcome,
            int reason,
            String paidAs,
            long premiumFen,
            long subsidyFen,
            long payableFen,
            String facts,
            String trace,
            @Nullable UUID overrideId) {}

    /** The card of a person in a run of the county; empty when there is none. */
    public Optional<DecisionCard> card(UUID runId, UUID personId, String county, Scope scope) {
        Optional<Run> run = determining.run(runId, county);
        Optional<Person> person = people.find(personId, county, scope);
        if (run.isEmpty() || person.isEmpty()) {
            return Optional.empty();
        }
        return stored(run.get(), personId).map(stored -> card(run.get(), person.get(), stored));
    }

    private Optional<Stored> stored(Run run, UUID personId) {
        return jdbc.sql(
                        """
                        select o.* from determination d
                        join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                        where d.run_id = ? and d.person_id = ?
                        """)
                .params(run.id(), personId)
                .query((row, n) -> new Stored(
                        row.getInt("id"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getInt("reason"),
                        Optional.ofNullable(row.getString("paid_as")).orElse(""),
                        row.getLong("premium_fen"),
                        row.getLong("subsidy_fen"),
                        row.getLong("payable_fen"),
                        row.getString("facts"),
                        row.getString("trace"),
                        row.getObject("override_id", UUID.class)))
                .optional();
    }

    private DecisionCard card(Run run, Person person, Stored stored) {
        PublishedPolicy published =
                archive.find(run.policyDigest(), run.benefitYear()).orElseThrow();
        Policy policy = published.policy();
        Map<String, String> names = IdentityNames.of(policy);
        Trace trace = json.readValue(stored.trace(), Trace.class);
        Facts facts = json.readValue(stored.facts(), Facts.class);
        Optional<Overrides.Approved> decided =
                Optional.ofNullable(stored.overrideId()).flatMap(overrides::find);
        List<Claim> claims = held(people.claims(person, run.benefitYear()), facts, run.asKnownOn());
        return new DecisionCard(
                run,
                policy.title(),
                person,
                claims,
                names,
                stored.outcome(),
                stored.reason(),
                stored.paidAs(),
                stored.premiumFen(),
                stored.subsidyFen(),
                stored.payableFen(),
                delivery(policy, trace),
                trace.paid().stream().map(c -> candidate(policy, names, c)).toList(),
                lost(policy, names, trace),
                shares(policy, run.id(), stored),
                Citation.of(policy, trace.decidedBy()),
                Citation.of(
                        policy,
                        trace.assumed().stream()
                                .flatMap(assumed -> assumed.basis().stream())
                                .toList()),
                Grain.asksForPayment(policy)
                        ? payments.of(person, run.county(), run.benefitYear(), run.asKnownOn())
                                .orElse(null)
                        : null,
                claims.stream().allMatch(claim -> claim.isKnownAt(run.asKnownOn()))
                        ? List.of()
                        : Citation.of(policy, policy.removals().basis()),
                open(
                        policy,
                        decided.map(by -> by.verdict().determine(policy, facts))
                                .orElseGet(() -> policy.determine(facts))),
                decided.isEmpty() ? Alternatives.of(policy, facts, expiries(claims)) : List.of(),
                decided.map(by -> DecisionCard.Overruled.of(by, policy, policy.determine(facts)))
                        .orElse(null));
    }

    /** What was known then; and what had ended too late to count, by the newest row that said it. */
    private static List<Claim> held(List<Claim> claims, Facts facts, Instant asKnownOn) {
        List<Claim> held = new ArrayList<>(
                claims.stream().filter(claim -> claim.isKnownAt(asKnownOn)).toList());
        facts.held().stream()
                .map(Held::identity)
                .filter(identity ->
                        held.stream().noneMatch(claim -> claim.identity().equals(identity)))
                .flatMap(identity -> claims.stream()
                        .filter(claim -> claim.identity().equals(identity)
                                && !claim.knownFrom().isAfter(asKnownOn))
                        .max(Comparator.comparing(Claim::knownFrom))
                        .stream())
                .forEach(held::add);
        return held;
    }

    private static Candidate candidate(Policy policy, Map<String, String> names, Trace.Candidate candidate) {
        return new Candidate(
                names.getOrDefault(candidate.identity(), candidate.identity()),
                policy.standard(candidate.standard()).map(PolicyNames::of).orElse(""),
                candidate.subsidyFen(),
                Citation.of(policy, candidate.basis()));
    }

    /** Displaced candidates, then identities that do not count. */
    private static List<Lost> lost(Policy policy, Map<String, String> names, Trace trace) {
        List<Lost> lost = new ArrayList<>();
        for (Trace.Displaced displaced : trace.displaced()) {
            long subsidy = trace.candidates().stream()
                    .filter(c -> c.identity().equals(displaced.identity())
                            && c.standard().equals(displaced.standard()))
                    .mapToLong(Trace.Candidate::subsidyFen)
                    .findFirst()
                    .orElse(0);
            lost.add(new Lost(
                    nameOf(policy, names, displaced.identity(), displaced.standard()),
                    subsidy,
                    nameOf(policy, names, displaced.byIdentity(), displaced.byStandard()),
                    0,
                    Citation.of(policy, displaced.basis())));
        }
        for (Trace.Considered considered : trace.identities()) {
            if (!considered.counts()) {
                lost.add(new Lost(
                        names.getOrDefault(considered.identity(), considered.identity()),
                        0,
                        "",
                        considered.reason(),
                        Citation.of(policy, considered.basis())));
            }
        }
        return lost;
    }

    private static String nameOf(Policy policy, Map<String, String> names, String identity, String standard) {
        return identity.isEmpty()
                ? policy.standard(standard).map(PolicyNames::of).orElse("")
                : names.getOrDefault(identity, identity);
    }

    private List<FundShare> shares(Policy policy, UUID run, Stored stored) {
        List<Share> shares = jdbc.sql(
                        "select fund, amount_fen from outcome_share where run_id = ? and outcome_id = ? order by position")
                .params(run, stored.id())
                .query((row, n) -> new Share(row.getString("fund"), Money.ofFen(row.getLong("amount_fen"))))
                .list();
        return FundShare.of(policy, stored.subsidyFen(), shares);
    }

    /** Where standards add up, as the first one is. */
    private static @Nullable Delivery delivery(Policy policy, Trace trace) {
        return trace.paid().stream()
                .filter(candidate -> candidate.subsidyFen() > 0)
                .flatMap(candidate -> policy.standard(candidate.standard()).stream())
                .map(Standard::delivery)
                .findFirst()
                .orElse(null);
    }

    /** Until when each identity is certified; of two claims for one identity the later day. */
    private static Map<String, @Nullable LocalDate> expiries(List<Claim> claims) {
        Map<String, @Nullable LocalDate> expiries = new HashMap<>();
        for (Claim claim : claims) {
            LocalDate known = expiries.get(claim.identity());
            LocalDate day = claim.expiresOn();
            if (known == null || day != null && day.isAfter(known)) {
                expiries.put(claim.identity(), day);
            }
        }
        return expiries;
    }

    private static List<Open> open(Policy policy, Determination determination) {
        return determination instanceof NeedsReview review
                ? review.open().stream().map(key -> Open.of(policy, key)).toList()
                : List.of();
    }
}
