package org.zhubao.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.account.Workplace;
import org.zhubao.determination.Run;
import org.zhubao.division.Division;
import org.zhubao.division.Divisions;
import org.zhubao.rules.Policy;
import org.zhubao.visit.Finding;

/**
 * Looks through a run and the register for what a person has to look at, and compares it with what was found before:
 * what is no longer found ends, what is new begins, and what rests on the same facts stays as it is, decided or not.
 */
@Service
public class FindingItems {

    private static final String[] CONTRADICTING = Arrays.stream(Finding.values())
            .filter(Finding::contradicts)
            .map(Enum::name)
            .toArray(String[]::new);

    private final Consequences consequences;
    private final OpenOutcomes outcomes;
    private final Divisions divisions;
    private final JdbcClient jdbc;
    private final Clock clock;

    FindingItems(Consequences consequences, OpenOutcomes outcomes, Divisions divisions, JdbcClient jdbc, Clock clock) {
        this.consequences = consequences;
        this.outcomes = outcomes;
        this.divisions = divisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By the newest run of the place. @throws org.zhubao.site.Refusal before the first one has finished */
    @Transactional
    public void find(Workplace workplace) {
        find(consequences.run(workplace));
    }

    /** The same, or nothing before the first run: it will look by itself. */
    @Transactional
    public void findIfDetermined(Workplace workplace) {
        consequences.latest(workplace).ifPresent(this::find);
    }

    /** By a run that has just finished. */
    @Transactional
    public void find(Run run) {
        Division county = divisions.find(run.county()).orElseThrow();
        Policy policy = consequences.policy(run);
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "run", run.id(),
                "region", county.region(),
                "county", county.code(),
                "year", run.benefitYear(),
                "today", clock.instant().atZone(clock.getZone()).toLocalDate(),
                "students", studentCodes(policy),
                "contradicting", CONTRADICTING,
                "now", Timestamp.from(clock.instant())));
        jdbc.sql("select pg_advisory_xact_lock(hashtext('review' || :county || :year))")
                .params(parameters)
                .query(row -> {});
        Conflicts.PREPARATION.forEach(sql -> jdbc.sql(sql).params(parameters).update());
        outcomes.find(run, policy);
        Conflicts.QUERIES.forEach(sql -> jdbc.sql(sql).params(parameters).update());
        Conflicts.COMPARISON.forEach(sql -> jdbc.sql(sql).params(parameters).update());
    }

    /** What education certifies: identities and facts of pupils and students. */
    private static String[] studentCodes(Policy policy) {
        List<String> identities = policy.identities().stream()
                .filter(identity -> identity.certifier().equals("education"))
                .map(identity -> identity.code())
                .toList();
        List<String> facts = policy.facts().stream()
                .filter(fact -> fact.certifier().equals("education"))
                .map(fact -> fact.code())
                .toList();
        return Stream.of(identities, facts).flatMap(List::stream).toArray(String[]::new);
    }
}
