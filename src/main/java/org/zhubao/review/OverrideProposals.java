package org.zhubao.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.account.Workplace;
import org.zhubao.determination.PaidAs;
import org.zhubao.determination.Run;
import org.zhubao.determination.StatedFact;
import org.zhubao.determination.Verdict;
import org.zhubao.rules.Policy;
import org.zhubao.site.Refusal;

/** Overrides on their way: proposed together, decided together, undone together; always in the caller's transaction. */
@Repository
class OverrideProposals {

    private final Consequences consequences;
    private final JdbcClient jdbc;

    OverrideProposals(Consequences consequences, JdbcClient jdbc) {
        this.consequences = consequences;
        this.jdbc = jdbc;
    }

    /** How far a proposal is. @param approved null while nobody has decided */
    record Standing(String proposedBy, @Nullable Boolean approved, boolean undone) {

        boolean isWaiting() {
            return approved == null && !undone;
        }
    }

    /** How many people a proposal is about, and what they get before and after it, in fen. */
    record Sums(int persons, long wasFen, long fen) {}

    /** @param by who proposes */
    record Proposal(UUID id, Verdict verdict, Grounds grounds, String by, Instant at) {}

    /**
     * Stores a row for each person of the selection whom the newest run knows.
     *
     * @throws Refusal when the policy does not know what is to be stated
     */
    Sums propose(Workplace workplace, Selection selection, Proposal proposal) {
        Run run = consequences.run(workplace);
        Policy policy = consequences.policy(run);
        if (!proposal.verdict().fits(policy)) {
            throw new Refusal("review.no-such-verdict");
        }
        List<Consequences.Alike> alike = consequences.alike(workplace, selection, run);
        long[] fen = alike.stream()
                .mapToLong(people -> Consequences.fen(proposal.verdict().determine(policy, people.facts())))
                .toArray();
        Map<String, Object> parameters = new HashMap<>(selection.parameters(workplace));
        parameters.putAll(Map.of(
                "run", run.id(),
                "proposal", proposal.id(),
                "outcomes", alike.stream().map(Consequences.Alike::outcomeId).toArray(Integer[]::new),
                "amounts", Arrays.stream(fen).boxed().toArray(Long[]::new),
                "by", proposal.by(),
                "at", Timestamp.from(proposal.at())));
        parameters.put("identity", proposal.verdict() instanceof PaidAs paid ? paid.identity() : null);
        parameters.put("stated", proposal.verdict() instanceof StatedFact fact ? fact.code() : null);
        parameters.put("reason", proposal.grounds().reason());
        parameters.put("document", proposal.grounds().document());
        parameters.put("attachment", proposal.grounds().attachment());
        parameters.put("from", proposal.grounds().validFrom());
        parameters.put("to", proposal.grounds().validTo());
        return jdbc.sql(
                        "with " + Selection.SQL
                                + """
                        , stored as (
                            insert into override (region, county, benefit_year, proposal_id, person_id, identity, stated,
                                facts_key, was_fen, subsidy_fen, reason, document, attachment_id, valid_from, valid_to, proposed_by,
                                proposed_at)
                            select :region, :county, :year, :proposal, d.person_id, :identity::text, :stated::text,
                                md5(o.facts::text),
                                o.subsidy_fen, a.fen, :reason, :document, :attachment::uuid, :from, :to::date, :by, :at
                            from (select distinct person_id from selected) s
                            join determination d on d.benefit_year = :year and d.region = :region and d.run_id = :run
                                and d.person_id = s.person_id
                            join outcome o on o.run_id = d.run_id and o.id = d.outcome_id
                            join unnest(:outcomes::integer[], :amounts::bigint[]) a (outcome_id, fen)
                                on a.outcome_id = d.outcome_id
                            returning was_fen, subsidy_fen
                        )
                        select count(*) as persons, coalesce(sum(was_fen), 0) as was_fen,
                            coalesce(sum(subsidy_fen), 0) as fen from stored
                        """)
                .params(parameters)
                .query(Sums.class)
                .single();
    }

    /** How a proposal stands; whoever else wants to change it waits until this transaction ends. */
    Standing lock(UUID proposal, Workplace workplace) {
        return jdbc
                .sql(
                        """
                        select proposed_by, approved, undone_at is not null as undone from override
                        where proposal_id = ? and county = ? and benefit_year = ? order by id for update
                        """)
                .params(proposal, workplace.county().code(), workplace.benefitYear())
                .query(Standing.class)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** @throws Refusal when another override of one of these people holds on one of the same days */
    void decide(UUID proposal, boolean approved, String by, Instant at) {
        try {
            jdbc.sql("update override set decided_by = ?, decided_at = ?, approved = ? where proposal_id = ?")
                    .params(by, Timestamp.from(at), approved, proposal)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("review.override-in-force");
        }
    }

    void undo(UUID proposal, String because, String by, Instant at) {
        jdbc.sql("update override set undone_by = ?, undone_at = ?, undone_because = ? where proposal_id = ?")
                .params(by, Timestamp.from(at), because, proposal)
                .update();
    }
}
