package org.zhubao.settlement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
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
import org.zhubao.settlement.SettlingAccounts;
import org.zhubao.settlement.Sheet;
import org.zhubao.settlement.SheetFormat;

/** Settlement sheets for programs: frozen and downloaded. */
@RestController
@RequestMapping("/api/v1/settlement-sheets")
@Tag(name = "settlement")
class SettlementSheetApi {

    private final SettlingAccounts settling;
    private final VisibleSheets sheets;
    private final SheetDownloads downloads;
    private final NamedWorkplaces workplaces;

    SettlementSheetApi(
            SettlingAccounts settling, VisibleSheets sheets, SheetDownloads downloads, NamedWorkplaces workplaces) {
        this.settling = settling;
        this.sheets = sheets;
        this.downloads = downloads;
        this.workplaces = workplaces;
    }

    /**
     * Whom to charge.
     *
     * @param division code of a county
     * @param fund code of a fund of the policy
     */
    record NewSheet(String division, int benefitYear, String fund) {}

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    @PreAuthorize("hasAnyRole('CLERK', 'REVIEWER')")
    @Operation(
            summary = "Freeze what a fund owes by the published run, or by its reconciliation",
            description = "Whoever an earlier sheet of this fund and year has charged stands with the difference only.")
    ResponseEntity<SheetAnswer> freeze(CurrentUser user, @RequestBody NewSheet wanted) {
        Workplace workplace = workplaces.of(user, wanted.division(), wanted.benefitYear());
        UUID id = settling.freeze(workplace.county(), workplace.benefitYear(), wanted.fund(), user.username());
        return ResponseEntity.created(URI.create("/api/v1/settlement-sheets/" + id))
                .body(show(user, id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A frozen sheet: number, total, and whether its lines still are what was frozen")
    SheetAnswer show(CurrentUser user, @PathVariable UUID id) {
        Sheet sheet = sheets.get(user, id);
        return SheetAnswer.of(sheet, settling.isIntact(sheet));
    }

    @GetMapping("/{id}/sheet")
    @Operation(summary = "The sheet as a workbook (xlsx), with whole identity numbers")
    void download(CurrentUser user, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        downloads.send(sheets.get(user, id), SheetFormat.XLSX, response);
    }
}
