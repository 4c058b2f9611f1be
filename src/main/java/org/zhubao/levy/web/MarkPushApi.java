package org.zhubao.levy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.NamedWorkplaces;
import org.zhubao.account.Workplace;
import org.zhubao.levy.MarkPush;
import org.zhubao.levy.PushKind;
import org.zhubao.levy.PushingMarks;
import org.zhubao.site.Refusal;

/** Pushes of marks for programs. */
@RestController
@RequestMapping("/api/v1/mark-pushes")
@Tag(name = "tax")
class MarkPushApi {

    private final PushingMarks pushing;
    private final VisibleLevy visible;
    private final LevyDownloads downloads;
    private final NamedWorkplaces workplaces;

    MarkPushApi(PushingMarks pushing, VisibleLevy visible, LevyDownloads downloads, NamedWorkplaces workplaces) {
        this.pushing = pushing;
        this.visible = visible;
        this.downloads = downloads;
        this.workplaces = workplaces;
    }

    /**
     * What to push.
     *
     * @param division code of a county
     * @param kind full or delta; delta when it is left out
     */
    record NewPush(@Nullable String division, int benefitYear, @Nullable String kind) {

        PushKind wanted() {
            return kind == null
                    ? PushKind.DELTA
                    : PushKind.ofCode(kind)
                            .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "kind"));
        }
    }

    /** @param digest SHA-256 over the lines as they were frozen */
    record PushAnswer(
            UUID id,
            String division,
            int benefitYear,
            int number,
            String kind,
            UUID run,
            int added,
            int changed,
            int cancelled,
            int unchanged,
            int refused,
            String digest,
            String pushedBy,
            Instant pushedAt,
            @Nullable Instant receivedAt) {

        static PushAnswer of(MarkPush push) {
            return new PushAnswer(
                    push.id(),
                    push.county(),
                    push.benefitYear(),
                    push.number(),
                    push.kind().code(),
                    push.runId(),
                    push.added(),
                    push.changed(),
                    push.cancelled(),
                    push.unchanged(),
                    push.refused(),
                    push.digest(),
                    push.pushedBy(),
                    push.pushedAt(),
                    push.receivedAt());
        }
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    @Operation(
            summary = "Freeze who is marked, and what is different from what the tax bureau was told before",
            description =
                    "By the published run. The first push of a county and year is full. 409 while a run is under way"
                            + " and when there is nothing new to tell.")
    ResponseEntity<PushAnswer> push(CurrentUser user, @RequestBody NewPush wanted) {
        Workplace workplace = workplaces.of(user, wanted.division(), wanted.benefitYear());
        UUID id = pushing.push(workplace.county(), workplace.benefitYear(), wanted.wanted(), user.username());
        return ResponseEntity.created(URI.create("/api/v1/mark-pushes/" + id)).body(show(user, id));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER', 'TAX_OFFICER', 'AUDITOR')")
    @Operation(summary = "A push: its number, how many lines of each change, and how many were refused")
    PushAnswer show(CurrentUser user, @PathVariable UUID id) {
        return PushAnswer.of(visible.push(user, id));
    }

    @GetMapping("/{id}/file")
    @PreAuthorize("hasAnyRole('CLERK', 'TAX_OFFICER')")
    @Operation(summary = "The push as a workbook (xlsx), with whole identity numbers")
    void file(CurrentUser user, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        downloads.send(visible.push(user, id), response);
    }
}
