package org.zhubao.determination.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
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
import org.zhubao.determination.DecisionCards;
import org.zhubao.determination.DeterminationDesk;
import org.zhubao.determination.DeterminingSubsidies;
import org.zhubao.determination.Run;
import org.zhubao.determination.RunRequest;
import org.zhubao.determination.RunStatus;
import org.zhubao.site.Refusal;

/** Runs for programs: started, watched, and explained person by person. */
@RestController
@RequestMapping("/api/v1/determination-runs")
@Tag(name = "determinations")
class DeterminationRunApi {

    private final DeterminingSubsidies determining;
    private final DeterminationDesk desk;
    private final DecisionCards cards;
    private final NamedWorkplaces workplaces;
    private final Clock clock;

    DeterminationRunApi(
            DeterminingSubsidies determining,
            DeterminationDesk desk,
            DecisionCards cards,
            NamedWorkplaces workplaces,
            Clock clock) {
        this.determining = determining;
        this.desk = desk;
        this.cards = cards;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    /**
     * Whom to determine.
     *
     * @param division code of a county
     * @param asKnownOn a day, which counts to its end, or a moment, both as ISO 8601; without it now
     * @param everybody whether to look at everybody anew instead of going on from the run before
     */
    record NewRun(
            @Nullable String division, int benefitYear, @Nullable String asKnownOn, @Nullable Boolean everybody) {}

    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    @Operation(
            summary = "Start a run over everybody of a county",
            description =
                    "As known now, or as known on an earlier day. Answers at once; ask for the run until its status"
                            + " is finished or failed.")
    ResponseEntity<RunAnswer> start(CurrentUser user, @RequestBody NewRun wanted) {
        Workplace workplace = workplaces.of(user, wanted.division(), wanted.benefitYear());
        UUID id = determining.start(
                workplace.county(),
                workplace.benefitYear(),
                new RunRequest(KnownOn.of(wanted.asKnownOn(), clock), Boolean.TRUE.equals(wanted.everybody())),
                user.username());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/determination-runs/" + id))
                .body(show(user, id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A run: how far it is and, when finished, people by outcome and identity")
    RunAnswer show(CurrentUser user, @PathVariable UUID id) {
        Run run = visible(user, id);
        return run.status() == RunStatus.FINISHED
                ? RunAnswer.of(run, desk.sums(run), desk.funds(run))
                : RunAnswer.of(run, List.of(), List.of());
    }

    @PostMapping("/{id}/publication")
    @PreAuthorize("hasRole('CLERK')")
    @Operation(
            summary = "Publish a run",
            description =
                    "Only a published run is pushed to the tax bureau or settled. 409 for one that has not finished,"
                            + " is published already, or knows less than the one published now.")
    RunAnswer publish(CurrentUser user, @PathVariable UUID id) {
        determining.publish(id, visible(user, id).county(), user.username());
        return show(user, id);
    }

    @GetMapping("/{id}/people/{person}/card")
    @Operation(
            summary =
                    "Why a person gets what they get: what is paid, what is not and why, with the words of the notice")
    CardAnswer card(CurrentUser user, @PathVariable UUID id, @PathVariable UUID person) {
        Run run = visible(user, id);
        return cards.card(run.id(), person, run.county(), user.scope())
                .map(CardAnswer::of)
                .orElseThrow(Refusal::notFound);
    }

    private Run visible(CurrentUser user, UUID id) {
        return determining.run(id, user.scope()).orElseThrow(Refusal::notFound);
    }
}
