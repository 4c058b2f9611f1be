package org.zhubao.levy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhubao.account.CurrentUser;
import org.zhubao.account.NamedWorkplaces;
import org.zhubao.account.Workplace;
import org.zhubao.levy.Cause;
import org.zhubao.levy.LineFilter;
import org.zhubao.levy.Reconciliation;
import org.zhubao.levy.ReconciliationLine;
import org.zhubao.levy.ReconciliationSums;
import org.zhubao.levy.ReconciliationSums.Breakdown;
import org.zhubao.levy.Reconciliations;
import org.zhubao.levy.Reconciling;
import org.zhubao.site.Paging;
import org.zhubao.site.Refusal;
import org.zhubao.site.Slice;

/** Reconciliations for programs. */
@RestController
@RequestMapping("/api/v1/reconciliations")
@Tag(name = "tax")
class ReconciliationApi {

    private static final int LARGEST_PAGE = 500;
    private static final String READERS =
            "hasAnyRole('CLERK', 'REVIEWER', 'DEPARTMENT_OFFICER', 'TAX_OFFICER', 'AUDITOR')";

    private final Reconciling reconciling;
    private final Reconciliations reconciliations;
    private final ReconciliationSums sums;
    private final VisibleLevy visible;
    private final NamedWorkplaces workplaces;

    ReconciliationApi(
            Reconciling reconciling,
            Reconciliations reconciliations,
            ReconciliationSums sums,
            VisibleLevy visible,
            NamedWorkplaces workplaces) {
        this.reconciling = reconciling;
        this.reconciliations = reconciliations;
        this.sums = sums;
        this.visible = visible;
        this.workplaces = workplaces;
    }

    /** @param division code of a county */
    record NewReconciliation(@Nullable String division, int benefitYear) {}

    /** People of one cause; amounts in fen, both positive. */
    record CauseAnswer(String cause, int people, long subsidisedFen, long owedFen, long takenBackFen) {}

    /** What a department's people or a fund are charged. */
    record ChargedAnswer(String code, int people, long subsidyFen) {}

    /**
     * What a reconciliation found, and what is charged by department and fund.
     *
     * @param newToTheRun of the not marked, how many a run and another reconciliation will know
     */
    record ReconciliationAnswer(
            UUID id,
            String division,
            int benefitYear,
            UUID run,
            int people,
            int newToTheRun,
            String reconciledBy,
            Instant reconciledAt,
            List<CauseAnswer> causes,
            List<ChargedAnswer> chargedByDepartment,
            List<ChargedAnswer> chargedByFund) {}

    /** One person, with a masked number. */
    record LineAnswer(
            String name,
            String maskedNumber,
            String cause,
            String department,
            String owner,
            boolean chargeable,
            long subsidyFen,
            long paidFen,
            long subsidisedFen,
            long dueFen) {

        static LineAnswer of(ReconciliationLine line) {
            return new LineAnswer(
                    line.name(),
                    line.number().masked(),
                    line.cause().slug(),
                    line.department(),
                    line.owner(),
                    line.chargeable(),
                    line.subsidyFen(),
                    line.paidFen(),
                    line.subsidisedFen(),
                    line.dueFen());
        }
    }

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    @Operation(summary = "Compare who is recognised, marked, has paid and was subsidised, as known now")
    ResponseEntity<ReconciliationAnswer> reconcile(CurrentUser user, @RequestBody NewReconciliation wanted) {
        Workplace workplace = workplaces.of(user, wanted.division(), wanted.benefitYear());
        UUID id = reconciling.reconcile(workplace.county(), workplace.benefitYear(), user.username());
        return ResponseEntity.created(URI.create("/api/v1/reconciliations/" + id))
                .body(answer(visible.reconciliation(user, id)));
    }

    @GetMapping
    @PreAuthorize(READERS)
    @Operation(summary = "The newest reconciliation of a county and year: named mismatches with people and money")
    ReconciliationAnswer newest(CurrentUser user, Workplace workplace) {
        return reconciliations
                .newest(workplace.county().code(), workplace.benefitYear())
                .map(this::answer)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "levy.no-reconciliation"));
    }

    @GetMapping("/{id}")
    @PreAuthorize(READERS)
    @Operation(summary = "One reconciliation")
    ReconciliationAnswer show(CurrentUser user, @PathVariable UUID id) {
        return answer(visible.reconciliation(user, id));
    }

    @GetMapping("/{id}/lines")
    @PreAuthorize(READERS)
    @Operation(summary = "The people of a reconciliation, by township and name; of one cause when it is named")
    Slice<LineAnswer> lines(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        Reconciliation found = visible.reconciliation(user, id);
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "size");
        }
        LineFilter filter = cause == null
                ? LineFilter.ALL
                : LineFilter.of(Cause.ofSlug(cause)
                        .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "parameter-wrong", "cause")));
        Paging paging = new Paging(page, size, reconciliations.count(found, filter));
        return Slice.of(
                paging,
                reconciliations.lines(found, filter, paging.offset(), size).stream()
                        .map(LineAnswer::of)
                        .toList());
    }

    private ReconciliationAnswer answer(Reconciliation found) {
        return new ReconciliationAnswer(
                found.id(),
                found.county(),
                found.benefitYear(),
                found.runId(),
                found.people(),
                sums.newToTheRun(found),
                found.reconciledBy(),
                found.reconciledAt(),
                sums.causes(found).stream()
                        .map(sum -> new CauseAnswer(
                                sum.cause().slug(),
                                sum.people(),
                                sum.subsidisedFen(),
                                sum.owedFen(),
                                sum.takenBackFen()))
                        .toList(),
                charged(sums.byDepartment(found)),
                charged(sums.byFund(found)));
    }

    private static List<ChargedAnswer> charged(Breakdown breakdown) {
        return breakdown.parts().stream()
                .map(part -> new ChargedAnswer(part.code(), part.people(), part.subsidyFen()))
                .toList();
    }
}
