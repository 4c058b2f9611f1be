package org.zhubao.site.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhubao.site.Refusal;

/** The requests that carried an {@code Idempotency-Key}, and how they were answered; each is kept for 24 hours. */
@Repository
class RepeatedRequests {

    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    RepeatedRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
        jdbc.sql("delete from repeated_request where received_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT_FOR)))
                .update();
        int taken = jdbc.sql(
                        """
                        insert into repeated_request (username, idempotency_key, request_hash, received_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(key.username(), key.text(), requestHash, Timestamp.from(clock.instant()))
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
                        update repeated_request set status = ?, location = ?, content_type = ?, body = ?
                        where username = ? and idempotency_key = ?
                        """)
                .params(answer.status(), answer.location(), answer.contentType(), answer.body())
                .params(key.username(), key.text())
                .update();
    }

    void release(Key key) {
        jdbc.sql("delete from repeated_request where username = ? and idempotency_key = ?")
                .params(key.username(), key.text())
                .update();
    }

    private static @Nullable KeptAnswer answer(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return row.wasNull()
                ? null
                : new KeptAnswer(
                        status, row.getString("location"), row.getString("content_type"), row.getBytes("body"));
    }

    private static Refusal inFlight() {
        return new Refusal("idempotency-key-in-flight");
    }
}
