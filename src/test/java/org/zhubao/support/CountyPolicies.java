package org.zhubao.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.TestComponent;
import org.zhubao.policy.PolicyTexts;

/**
 * Lets one county have a notice of its own: Panzhihua's of 2021 with some words changed, put into force behind the
 * product's back, because its proof would not let a doubtful text through.
 */
@TestComponent
public class CountyPolicies {

    private static final String TEXT = PolicyTexts.resource("policies/5104/2021-hardship.yaml");

    private final SettableClock clock;

    CountyPolicies(SettableClock clock) {
        this.clock = clock;
    }

    public void inForce(CountySeason season, UnaryOperator<String> change) {
        String id = "hardship-" + season.code();
        String text = change.apply(TEXT)
                .replaceFirst("policy: panzhihua-hardship", "policy: " + id)
                .replaceFirst("region: 5104", "region: " + season.code());
        String digest = digest(text);
        UUID draft = UUID.randomUUID();
        season.owner()
                .sql("insert into policy_version values (?, '1', ?, 2021, 2021, ?, ?) on conflict do nothing")
                .params(digest, season.code(), text, Timestamp.from(clock.instant()))
                .update();
        season.owner()
                .sql(
                        """
                        insert into policy_draft (id, region, title, text, author, created_at, changed_by, changed_at, status,
                            proved_digest, submitted_by, decided_by)
                        values (?, ?, 'x', ?, 'a', now(), 'a', now(), 'PUBLISHED', ?, 'a', 'b')
                        """)
                .params(draft, season.code(), text, digest)
                .update();
        season.owner()
                .sql(
                        """
                        insert into policy_publication (draft, policy, region, first_benefit_year, last_benefit_year, version,
                            digest, submitted_by, approved_by, published_at)
                        select ?, ?, ?, 2021, 2021, 1 + count(*), ?, 'a', 'b', ? from policy_publication where policy = ?
                        """)
                .params(draft, id, season.code(), digest, Timestamp.from(clock.instant()), id)
                .update();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
