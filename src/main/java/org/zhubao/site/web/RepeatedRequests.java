package org.zhubao.site.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.protection.Vault;
import org.zhubao.site.Refusal;

/**
 * The requests that carried an {@code Idempotency-Key}, and how they were answered; each is kept for 24 hours, the answer
 * encrypted. A request whose node died over it never gets an answer: after a while its key is free again.
 */
@Repository
@Transactional
class RepeatedRequests {

    private static final Duration KEPT_FOR = Duration.ofHours(24);
    /** Longer than any request takes. */
    private static final Duration CUT_OFF_AFTER = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    RepeatedRequests(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** One user's key. */
    record Key(String username, String text) {}

    private record Earlier(String requestHash, @Nullable KeptAnswer answer) {}

    /**
     * Takes the key for a request, or finds the answer it was given before. Of many at once exactly one takes the key.
     *
     * @return empty when the request is now the caller's to carry out
     * @throws Refusal 422 when the key was used for another request, 409 when this one is being worked on
     */
    Optional<KeptAnswer> take(Key key, String requestHash) {
        jdbc.sql("select forget_repeated_requests(?)")
                .param(at(clock.instant().minus(KEPT_FOR)))
                .query(row -> {});
        int taken = jdbc.sql(
                        """
                        insert into repeated_request (username, idempotency_key, request_hash, received_at)
                        values (?, ?, ?, ?)
                        on conflict (username, idempotency_key) do update set received_at = excluded.received_at
                        where repeated_request.status is null and repeated_request.received_at < ?
                            and repeated_request.request_hash = excluded.request_hash
                        """)
                .params(key.username(), key.text(), requestHash, at(clock.instant()))
                .param(at(clock.instant().minus(CUT_OFF_AFTER)))
                .update();
        return taken == 1 ? Optional.empty() : Optional.of(answerTo(key, requestHash));
    }

    private KeptAnswer answerTo(Key key, String requestHash) {
        Earlier earlier = jdbc.sql("select * from repeated_request where username = ? and idempotency_key = ?")
                .params(key.username(), key.text())
                .query((row, n) -> new Earlier(row.getString("request_hash"), answer(row)))
                .optional()
                .orElseThrow(RepeatedRequests::inFlight);
        if (!earlier.requestHash().equals(requestHash)) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
        }
        return Optional.ofNullable(earlier.answer()).orElseThrow(RepeatedRequests::inFlight);
    }

    /** Keeps the answer, or gives the key free where the request may be tried again. */
    void settle(Key key, KeptAnswer answer) {
        if (!answer.isFinal()) {
            release(key);
            return;
        }
        jdbc.sql(
                        """
                        update repeated_request set status = ?, location = ?, content_type = ?, answer_cipher = ?
                        where username = ? and idempotency_key = ?
                        """)
                .params(answer.status(), answer.location(), answer.contentType(), vault.encrypt(answer.body()))
                .params(key.username(), key.text())
                .update();
    }

    void release(Key key) {
        jdbc.sql("delete from repeated_request where username = ? and idempotency_key = ?")
                .params(key.username(), key.text())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private @Nullable KeptAnswer answer(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return row.wasNull()
                ? null
                : new KeptAnswer(
                        status,
                        row.getString("location"),
                        row.getString("content_type"),
                        vault.decrypt(row.getBytes("answer_cipher")));
    }

    private static Refusal inFlight() {
        return new Refusal("idempotency-key-in-flight");
    }
}
