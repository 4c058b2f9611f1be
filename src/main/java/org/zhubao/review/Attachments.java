package org.zhubao.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhubao.audit.Action;
import org.zhubao.audit.AuditEvent;
import org.zhubao.audit.AuditTrail;
import org.zhubao.protection.Vault;
import org.zhubao.site.Refusal;

/** Papers that overrides rest on, encrypted. */
@Service
public class Attachments {

    /** The most that one may have: 5 MiB. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditTrail trail;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Vault vault, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
    }

    /** A paper in the clear. */
    public record Content(String name, String mediaType, byte[] bytes) {}

    /**
     * Stores a paper.
     *
     * @param name under which it was uploaded; what it is, its content says
     * @throws Refusal when it is too large, or neither PDF nor JPEG nor PNG
     */
    @Transactional
    public UUID add(String county, String name, byte[] bytes, String by) {
        if (bytes.length > MAX_BYTES) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "review.attachment-too-large");
        }
        PaperForm form = PaperForm.of(bytes).orElseThrow(() -> new Refusal("review.attachment-form"));
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into override_attachment
                            (county, id, name, media_type, size_bytes, content_cipher, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        county,
                        id,
                        name,
                        form.mediaType(),
                        bytes.length,
                        vault.encrypt(bytes),
                        by,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }

    /** The name a browser gives a file, without any path before it. */
    public static String nameOf(@Nullable String uploaded) {
        String name =
                uploaded == null ? "" : uploaded.replaceAll(".*[/\\\\]", "").strip();
        return name.isEmpty() ? "attachment" : name;
    }

    /** Hands a paper out, which leaves a line in the trail. */
    @Transactional
    public Content open(UUID id, String county) {
        Content content = jdbc.sql("select * from override_attachment where id = ? and county = ?")
                .params(id, county)
                .query((row, n) -> new Content(
                        row.getString("name"),
                        row.getString("media_type"),
                        vault.decrypt(row.getBytes("content_cipher"))))
                .optional()
                .orElseThrow(Refusal::notFound);
        trail.record(AuditEvent.of(Action.ATTACHMENT_OPENED, county, "attachment " + id));
        return content;
    }
}
